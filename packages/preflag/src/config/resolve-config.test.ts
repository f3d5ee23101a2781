import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkConfig } from './load-config.ts';
import { resolveConfig } from './resolve-config.ts';

describe('resolveConfig', () => {
  it('spells out presets: strict tightens the gate, clusters choose rules', () => {
    expect(resolveConfig({ presets: ['strict', 'translation'], gate: { failOn: 'important' } })).toMatchObject({
      gate: { failOn: 'important', require: ['source', 'before', 'data'] },
      only: ['integrity/*', 'translation/*'],
    });
    expect(resolveConfig().only).toEqual([]);
  });

  it('layers overrides over rules for the files that they name', () => {
    const { rulesFor } = resolveConfig({
      rules: { 'formatting/*': 'off' },
      overrides: [
        { files: ['*.de.md'], rules: { 'formatting/mojibake': 'critical' } },
        { files: ['notes/**'], rules: { '*/*': { off: true, reason: 'drafts' } } },
      ],
    });
    expect(rulesFor('a/report.de.md')).toEqual([{ 'formatting/*': { off: true } }, { 'formatting/mojibake': { severity: 'critical' } }]);
    expect(rulesFor('notes/x.md')).toEqual([{ 'formatting/*': { off: true } }, { '*/*': { off: true, reason: 'drafts' } }]);
    expect(rulesFor()).toEqual([{ 'formatting/*': { off: true } }]);
  });

  it('finds baselines and plugins that are files beside the config', () => {
    expect(resolveConfig({ baseline: 'accepted.json', plugins: ['./own.ts', 'preflag-checker-x'] }, '/conf')).toMatchObject({
      baseline: resolve('/conf/accepted.json'),
      checkers: expect.arrayContaining([resolve('/conf/own.ts'), 'preflag-checker-x']) as unknown,
    });
  });
});

describe('checkConfig', () => {
  it.each([
    [{ preset: ['strict'] }, "c.ts: Unknown key 'preset'. Did you mean 'presets'? Allowed: presets, rules"],
    [{ presets: ['srict'] }, 'c.ts: presets[0] is "srict". Did you mean \'strict\'?'],
    [
      { rules: { 'formatting/*': 'of' } },
      'c.ts: rules.formatting/* is "of". Did you mean \'off\'? Allowed: off, critical, important, minor.',
    ],
    [{ limits: { readMs: '5' } }, 'c.ts: limits.readMs is "5"; it must be a whole number.'],
    [{ ignore: [{ rule: 'a/b' }] }, "c.ts: The key 'reason' is missing in ignore[0]."],
    [[], 'c.ts: The config is a list; it must be a mapping.'],
  ])('names the mistake in %j', (config, message) => {
    expect(() => checkConfig(config, 'c.ts')).toThrow(message);
  });
});
