import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * What an address is when it is not one of the public internet: `loopback`, `private`, `linkLocal` ...; `undefined` when it is.
 * Public are IPv4 addresses that no registry entry sets apart (IANA IPv4 Special-Purpose Address Registry), and IPv6 addresses of
 * 2000::/3 likewise. An IPv4 address inside an IPv6 address (mapped, RFC 4291; NAT64, RFC 6052) is looked at as such; forms that
 * lead to one by way of a relay (6to4, Teredo, ISATAP) or are deprecated (IPv4-compatible) are never public.
 */
export function specialAddress(text: string): string | undefined {
  const normal = normalOf(text);
  if (normal === undefined) return 'unknown';
  const address = ipaddr.parse(normal);
  if (address instanceof ipaddr.IPv4) return nameOf(address.range());
  const range = address.range();
  if (range === 'ipv4Mapped') return nameOf(address.toIPv4Address().range());
  const [first = 0, second, third, , fifth = 0, sixth] = address.parts;
  if (first === 0x64 && second === 0xff9b && third === 0) return nameOf(new ipaddr.IPv4(address.toByteArray().slice(12)).range());
  if (first >> 13 !== 1) return range === 'unicast' ? 'reserved' : range;
  // RFC 5214: an interface identifier that ends in the IPv4 address of the tunnel's end.
  if (sixth === 0x5efe && (fifth & 0xfdff) === 0) return 'isatap';
  return nameOf(range);
}

/** As the URL Standard writes it: ipaddr.js takes the IPv4-compatible `::1.2.3.4` for the mapped address. A zone makes no difference. */
function normalOf(text: string): string | undefined {
  if (isIPv4(text)) return text;
  const address = `http://[${text.replace(/%.*$/, '')}]`;
  return URL.canParse(address) ? new URL(address).hostname.slice(1, -1) : undefined;
}

function nameOf(range: string): string | undefined {
  return range === 'unicast' ? undefined : range;
}
