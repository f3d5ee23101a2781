import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { refuse } from './refusal.ts';
import { specialAddress } from './special-address.ts';

/** All addresses of a name, as texts. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** Asks the system, as everything else on this machine does. */
export const resolveBySystem: Resolve = async (name) => {
  const found = await lookup(name, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
};

/** The host of a URL without the brackets of an IPv6 address. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/**
 * The addresses that a connection may go to. The name is looked up once; unless `allowPrivate`, all that it leads to must be of the
 * public internet. Texts of refusals name no address: those of a private network are not the run's business.
 *
 * @throws {Refusal} `denied`, or `failed` when the name leads nowhere
 */
export async function findAddresses(url: URL, allowPrivate: boolean, resolve: Resolve): Promise<readonly string[]> {
  const host = bareHost(url);
  const addresses = isIP(host) === 0 ? await lookUp(host, resolve) : [host];
  for (const address of addresses) {
    const kind = isIP(address) === 0 ? 'unknown' : specialAddress(address);
    if (kind === 'unknown') refuse('failed', `The name ${host} leads to something that is no address.`);
    if (kind !== undefined && !allowPrivate) {
      refuse('denied', `The host ${host} is not of the public internet (${kind}), and nothing allows that.`);
    }
  }
  return addresses;
}

async function lookUp(name: string, resolve: Resolve): Promise<readonly string[]> {
  const found = await resolve(name).catch(() => []);
  return found.length > 0 ? found : refuse('failed', `The name ${name} was not found.`);
}
