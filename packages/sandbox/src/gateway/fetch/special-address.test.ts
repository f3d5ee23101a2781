import { BlockList } from 'node:net';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { specialAddress } from './special-address.ts';

test.each([
  ['8.8.8.8', undefined],
  ['172.15.255.255', undefined],
  ['172.32.0.0', undefined],
  ['100.128.0.1', undefined],
  ['2606:4700:4700::1111', undefined],
  ['::ffff:8.8.8.8', undefined],
  ['64:ff9b::808:808', undefined],
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['169.254.169.254', 'linkLocal'],
  ['100.64.0.1', 'carrierGradeNat'],
  ['100.100.100.200', 'carrierGradeNat'],
  ['192.0.0.192', 'reserved'],
  ['192.0.2.1', 'reserved'],
  ['198.18.0.1', 'reserved'],
  ['198.51.100.1', 'reserved'],
  ['203.0.113.1', 'reserved'],
  ['192.88.99.1', 'reserved'],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:a9fe:a9fe', 'linkLocal'],
  ['::ffff:0:127.0.0.1', 'rfc6145'],
  ['::7f00:1', 'reserved'],
  ['::169.254.169.254', 'reserved'],
  ['::8.8.8.8', 'reserved'],
  ['64:ff9b::a9fe:a9fe', 'linkLocal'],
  ['64:ff9b:1::a9fe:a9fe', 'rfc6052'],
  ['2002:7f00:1::', '6to4'],
  ['2001:0:1:2:3:4:80ff:fffe', 'teredo'],
  ['2606:4700::5efe:7f00:1', 'isatap'],
  ['2606:4700::200:5efe:7f00:1', 'isatap'],
  ['fe80::1', 'linkLocal'],
  ['fe80::1%eth0', 'linkLocal'],
  ['fec0::1', 'deprecatedSiteLocal'],
  ['fc00::1', 'uniqueLocal'],
  ['fd00:ec2::254', 'uniqueLocal'],
  ['ff02::1', 'multicast'],
  ['100::1', 'discard'],
  ['2001:db8::1', 'reserved'],
  ['3fff::1', 'reserved'],
  ['2001:2::1', 'benchmarking'],
  ['4000::1', 'reserved'],
  ['5f00::1', 'segmentRouting'],
  ['not an address', 'unknown'],
])('%s is %s', (address, kind) => {
  expect(specialAddress(address)).toBe(kind);
});

/** Made of the registries by other code than that which is tested. */
function listOf(family: 'ipv4' | 'ipv6', subnets: string): BlockList {
  const list = new BlockList();
  for (const [address = '', bits] of subnets.split(/\s+/).map((subnet) => subnet.split('/'))) list.addSubnet(address, Number(bits), family);
  return list;
}

const SPECIAL_V4 = listOf(
  'ipv4',
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.168.0.0/16
    198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
);
const SPECIAL_V6 = listOf('ipv6', '::/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20 4000::/2 8000::/1');

const v4Near = fc
  .tuple(fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 198, 203, 224, 240, 255), fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => parts.join('.'));

test('no address of a registry of special addresses is public, and an IPv4 address is what it is inside an IPv6 address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), v4Near), (address) => {
      const kind = specialAddress(address);
      expect(specialAddress(`::ffff:${address}`)).toBe(kind);
      expect(specialAddress(`64:ff9b::${address}`)).toBe(kind);
      expect(kind !== undefined || !SPECIAL_V4.check(address)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const isEmbedded = /^\[(64:ff9b:|::ffff:)/.test(new URL(`http://[${address}]`).hostname);
      expect(isEmbedded || specialAddress(address) !== undefined || !SPECIAL_V6.check(address, 'ipv6')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
