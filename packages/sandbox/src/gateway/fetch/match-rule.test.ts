import { describe, expect, test } from 'vitest';
import { matchRule } from './match-rule.ts';

const RULES = [
  { origin: 'https://a.example', path: '/v1' },
  { origin: 'https://a.example', path: '/v1/files/', methods: ['GET', 'POST'] },
  { origin: 'https://b.example:8443' },
];

describe('matchRule', () => {
  test.each([
    ['GET', 'https://a.example/v1', 0],
    ['GET', 'https://a.example/v1/', 0],
    ['HEAD', 'https://a.example/v1/x?y=/../z', 0],
    ['GET', 'https://a.example/v1/x/../y', 0],
    ['GET', 'https://a.example/v1/group%2Fproject', 0],
    ['GET', 'https://a.example/v1/...', 0],
    ['GET', 'https://a.example/v1/a%20b..c', 0],
    ['GET', 'https://a.example/v1/files', 0],
    ['GET', 'https://a.example/v1/files/x', 1],
    ['POST', 'https://a.example/v1/files/x', 1],
    ['HEAD', 'https://a.example/v1/files/x', 0],
    ['GET', 'https://b.example:8443/a%2f..%2fb', 2],
    ['POST', 'https://a.example/v1', -1],
    ['GET', 'https://a.example/', -1],
    ['GET', 'https://a.example/v10', -1],
    ['GET', 'https://a.example/V1', -1],
    ['GET', 'https://a.example//v1', -1],
    ['GET', 'https://a.example/%76%31', -1],
    ['GET', 'https://a.example/v1/../admin', -1],
    ['GET', 'https://a.example/v1/%2e%2e/admin', -1],
    ['GET', 'https://a.example/v1\\..\\admin', -1],
    ['GET', 'https://a.example/v1/..%2fadmin', -1],
    ['GET', 'https://a.example/v1/x%2f..%2f..%2fadmin', -1],
    ['GET', 'https://a.example/v1/..%5cadmin', -1],
    ['GET', 'https://a.example/v1/%252e%252e/admin', -1],
    ['GET', 'https://a.example/v1/%25252e%25252e%25252fadmin', -1],
    ['GET', 'https://a.example/v1/%2525252525252e', -1],
    ['GET', 'https://a.example/v1/..;/admin', -1],
    ['GET', 'https://a.example/v1/..;x=1%2fadmin', -1],
    ['GET', 'https://a.example/v1/..%00/admin', -1],
    ['GET', 'https://a.example/v1/..%09/admin', -1],
    ['GET', 'https://a.example/v1/%c0%ae%c0%ae/admin', -1],
    ['GET', 'http://a.example/v1', -1],
    ['GET', 'https://a.example:444/v1', -1],
    ['GET', 'https://a.example.evil.example/v1', -1],
    ['GET', 'https://evil.example/https://a.example/v1', -1],
    ['GET', 'https://sub.a.example/v1', -1],
    ['GET', 'https://b.example/', -1],
  ])('%s %s goes by rule %i', (method, address, index) => {
    expect(matchRule(RULES, new URL(address), method)).toBe(RULES[index]);
  });
});
