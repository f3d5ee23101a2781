const PARTS = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;

/** The guest's `URL`, on Node's. Never throws. @returns JSON of the parts; nothing when the text is no address */
export function parseUrl(text: string, base: string | undefined, part?: string, value?: string): string | undefined {
  try {
    const url = new URL(text, base);
    const name = PARTS.find((one) => one === part);
    if (name !== undefined && name !== 'origin' && name !== 'href') url[name] = value ?? '';
    return JSON.stringify(Object.fromEntries(PARTS.map((one) => [one, url[one]])));
  } catch {
    return undefined;
  }
}
