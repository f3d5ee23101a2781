import 'preflag/vitest';
import { check } from 'preflag';
import { describe, expect, it } from 'vitest';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const WHOLE = { files: { 'report.md': utf8('# Sales\n\nRevenue rose in every region, and no order is open.\n') } };
const BROKEN = { files: { 'report.md': utf8('# Sales\n\nRevenue was [insert figure here].\n') } };

describe('toPassChecks', () => {
  it('passes with a delivery that passes, and takes a report too', async () => {
    await expect(WHOLE).toPassChecks();
    await expect(await check(WHOLE)).toPassChecks();
    await expect(BROKEN).not.toPassChecks();
    await expect(BROKEN).toPassChecks({ gate: { failOn: 'never' } });
  });

  it.each([
    [
      'what was found, where, and what to do',
      () => expect(BROKEN).toPassChecks(),
      /it is failing.*'\[insert figure here\]' is a placeholder.*at +Sales › paragraph 1.*do +Put the real content/s,
    ],
    [
      'what is missing',
      () => expect(WHOLE).toPassChecks({ gate: { require: ['source'] } }),
      /it is incomplete.*the required source was not given/s,
    ],
    ['that it passes', () => expect(WHOLE).not.toPassChecks(), /not to pass its checks, and it does.*Verdict +PASS/s],
  ])('fails with a message that says %s', async (_, failing, message) => {
    await expect(failing()).rejects.toThrow(message);
  });
});
