import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, defineConfig } from 'preflag';
import { preflag, ROOT, temporaryFolder } from '../lib/cli.ts';

const REPORT = '# Sales\n\nRevenue was [insert figure here].\n';
const config = (body: string): string => `import { defineConfig } from 'preflag/config';\nexport default defineConfig(${body});\n`;

describe('preflag.config', () => {
  it.each([
    ['preflag.config.json', '{ "rules": { "formatting/placeholder-text": "off" } }'],
    ['preflag.config.mjs', 'export default { rules: { "formatting/placeholder-text": { off: true, reason: "a template" } } };'],
    ['preflag.config.ts', config(`{ ignore: [{ rule: 'formatting/*', reason: 'a template' satisfies string }] }`)],
    ['preflag.config.js', 'export default { gate: { failOn: "critical" } };'],
    ['preflag.config.json', '{ "presets": ["spreadsheet"] }'],
    ['preflag.config.json', '{ "overrides": [{ "files": ["*.md"], "rules": { "*/*": "minor" } }] }'],
  ])('%s with %s lets the delivery pass', async (name, text) => {
    await using folder = await temporaryFolder({ 'out/report.md': REPORT, 'package.json': '{"type":"module"}', [`conf/${name}`]: text });
    await symlink(join(ROOT, 'node_modules'), join(folder.path, 'node_modules'));
    const run = (...args: readonly string[]): ReturnType<typeof preflag> => preflag(['check', 'out', ...args], { cwd: folder.path });
    expect((await run()).code).toBe(1);
    const { code, stderr } = await run('--config', `conf/${name}`);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('is found in folders above, up to the one of the repository', async () => {
    await using folder = await temporaryFolder({
      'preflag.config.json': '{ "gate": { "failOn": "never" } }',
      'work/out/report.md': REPORT,
      'repository/.git/HEAD': '',
      'repository/out/report.md': REPORT,
    });
    const codes = ['work', 'repository'].map(async (name) => (await preflag(['check', 'out'], { cwd: join(folder.path, name) })).code);
    expect(await Promise.all(codes)).toEqual([0, 1]);
    expect((await preflag(['check', 'out', '--no-config'], { cwd: join(folder.path, 'work') })).code).toBe(1);
  });

  it('goes behind what the job says, and the report tells what is switched off', async () => {
    await using folder = await temporaryFolder({ 'out/report.md': REPORT });
    const job = {
      version: 1,
      id: 'j',
      deliverables: [{ path: 'report.md' }],
      rules: { 'formatting/placeholder-text': { severity: 'critical' } },
    };
    const off = defineConfig({ rules: { 'formatting/*': { off: true, reason: 'drafts' } } });
    const { findings, notices } = await check(join(folder.path, 'out'), { job: { ...job, rules: {} }, config: off });
    expect([findings, notices]).toEqual([[], [{ code: 'rules-off', text: 'formatting/* is switched off: drafts.' }]]);
    for (const setting of ['minor', 'off'] as const) {
      const report = await check(join(folder.path, 'out'), { job, config: defineConfig({ rules: { 'formatting/*': setting } }) });
      expect(report.findings.map(({ severity }) => severity)).toEqual(['critical']);
    }
  });

  it('is never loaded from inside of the delivery', async () => {
    const evil = "import { writeFileSync } from 'node:fs';\nwriteFileSync('run', '');\nexport default {};\n";
    await using folder = await temporaryFolder({ 'out/report.md': REPORT, 'out/preflag.config.mjs': evil, 'out/.git/HEAD': '' });
    const inside = { cwd: join(folder.path, 'out') };
    const found = await preflag(['check', '.'], inside);
    expect([found.code, found.stderr]).toEqual([
      1,
      expect.stringContaining('stands inside the delivery ., where the agent could have written it'),
    ]);
    const asked = await preflag(['check', 'out', '--config', 'out/preflag.config.mjs'], { cwd: folder.path });
    expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('Keep it elsewhere')]);
    await expect(preflag(['config', 'validate', 'run'], inside)).resolves.toMatchObject({ code: 2 });
  });

  it.each([
    [
      '{ "rules": { "formating/x": "off" } }',
      /^preflag: rules names 'formating\/x', and no rule matches it. See the rules with: preflag rules\n$/,
    ],
    ['{ "presets": ["strikt"] }', /^preflag: preflag.config.json:1:15 presets\[0\] is "strikt". Did you mean 'strict'\?/],
    ['{ "baseline": "none.json" }', /^preflag: The baseline .*none.json cannot be read: ENOENT/],
    ['{ "plugins": ["no-such-plugin"] }', /^preflag: The plugin 'no-such-plugin' is not installed here/],
    ['{ "limits": { "readMs": 5 }', /^preflag: preflag.config.json:1:28 This is not valid YAML/],
  ])('validate names the mistake in %s', async (text, stderr) => {
    await using folder = await temporaryFolder({ 'preflag.config.json': text });
    const result = await preflag(['config', 'validate'], { cwd: folder.path });
    expect([result.code, result.stderr]).toEqual([2, expect.stringMatching(stderr)]);
  });

  it('print shows what it comes to for a file', async () => {
    await using folder = await temporaryFolder({
      'preflag.config.json': JSON.stringify({
        presets: ['strict', 'formatting'],
        rules: { 'formatting/mojibake': 'minor' },
        overrides: [{ files: ['*.de.md'], rules: { 'formatting/mojibake': 'off' } }],
        limits: { readMs: 5000 },
      }),
    });
    const { stdout } = await preflag(['config', 'print', '--for', 'a/b.de.md'], { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'preflag.config.json',
      gate: { failOn: 'minor', require: ['source', 'before', 'data'] },
      only: ['integrity/*', 'formatting/*'],
      rules: { 'formatting/mojibake': { off: true } },
      limits: { readMs: { value: 5000, default: 60000 } },
    });
  });
});
