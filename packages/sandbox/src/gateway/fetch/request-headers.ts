/** RFC 9110, 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** RFC 9110, 5.5: visible characters, spaces, tabs, and what is left of ISO 8859-1. */
const VALUE = /^[\t\u0020-\u007E\u0080-\u00FF]*$/;

export function isHeaderName(name: string): boolean {
  return TOKEN.test(name);
}

export function isHeaderValue(value: string): boolean {
  return VALUE.test(value);
}

/** Say how a message is framed, or concern one connection: set by the host alone. Beside them all that begins with `proxy-`. */
const OF_THE_CONNECTION = new Set(
  `accept-encoding connection content-length cookie2 expect host http2-settings keep-alive te trailer transfer-encoding upgrade via`.split(
    ' ',
  ),
);

/** Would make a server act on another method, path or caller than the one that the rules saw. Beside them all that begins with `x-forwarded-` and `x-original-`. */
const IN_PLACE_OF = new Set(`forwarded x-http-method x-http-method-override x-method-override x-real-ip x-rewrite-url`.split(' '));

/** @param name in lower case */
export function isOfTheConnection(name: string): boolean {
  return OF_THE_CONNECTION.has(name) || name.startsWith('proxy-');
}

/** Whether a run may set a header. @param name in lower case */
export function maySetHeader(name: string): boolean {
  return !isOfTheConnection(name) && !IN_PLACE_OF.has(name) && !/^x-(forwarded|original)-/.test(name);
}
