import { expect, it } from 'vitest';
import { preflag, temporaryFolder } from '../lib/cli.ts';

interface Shown {
  readonly findings: readonly { readonly rule: string; readonly place: string }[];
  readonly checks: readonly { readonly rule: string; readonly outcome: string; readonly reason?: { readonly code: string } }[];
  readonly manifest: readonly { readonly path: string; readonly type: string }[];
}

async function check(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Shown & { readonly code: number | null }> {
  await using folder = await temporaryFolder(files);
  const { code, stdout } = await preflag(['check', ...args, '--format', 'json'], { cwd: folder.path });
  const { reports } = JSON.parse(stdout) as { reports: Shown[] };
  return { code, ...reports[0]! };
}

it('takes a csv for a translation when it is read, and not before', async () => {
  const { findings, checks } = await check({ 'a.csv': 'key,en,de\na,It costs 12 euros,Es kostet 21 Euro\nb,Open it,Öffnen\n' }, 'a.csv');
  expect(findings.filter(({ rule }) => rule.startsWith('translation/'))).toMatchObject([
    { rule: 'translation/number-changed', place: 'a.csv › de › a (line 2, column 21)' },
  ]);
  expect(checks.find(({ rule }) => rule === 'translation/segment-missing')?.outcome).toBe('passed');
  // No job says that it is a translation, and still nobody has read whether it means the same.
  expect(checks.find(({ rule }) => rule === 'job/meaning')).toMatchObject({ outcome: 'not-checked', reason: { code: 'needs-person' } });
  const other = await check({ 'a.csv': 'source,target\na,b\nb,c\nc,a\n' }, 'a.csv');
  expect(other.checks.filter(({ rule }) => rule.startsWith('translation/') || rule === 'job/meaning')).toEqual([]);
  expect(other.code).toBe(0);
});

it('says that a table has no columns of languages where the job says that it is a translation', async () => {
  const job = 'version: 1\nid: a\ngate: { require: [source] }\ndeliverables: [{ path: a.csv, type: translation, language: de }]\n';
  const { code, checks } = await check({ 'out/a.csv': 'x,y\n1,2\n3,4\n', 'job.yaml': job }, 'out', '--job', 'job.yaml');
  expect(checks.find(({ rule }) => rule === 'translation/segment-missing')).toMatchObject({
    outcome: 'not-checked',
    reason: { code: 'format' },
  });
  expect(code).toBe(0);
});

it('checks a file of one language by itself, and says what would let it check more', async () => {
  const { checks, manifest } = await check({ 'strings.xml': '<resources><string name="a">Öffnen</string></resources>' }, 'strings.xml');
  expect(manifest).toMatchObject([{ path: 'strings.xml', type: 'android-strings' }]);
  expect(checks.find(({ rule }) => rule === 'translation/file-invalid')?.outcome).toBe('passed');
  expect(checks.find(({ rule }) => rule === 'translation/number-changed')).toMatchObject({
    outcome: 'not-checked',
    reason: { code: 'no-source' },
  });
});

it('keeps what stands before an error, and names its line', async () => {
  const { findings } = await check(
    {
      'a.xlf':
        '<xliff version="1.2"><file source-language="en" target-language="de"><body>\n<trans-unit id="1"><source>Pay 12</source><target>Zahlen Sie 21</target></trans-unit>\n<trans-unit>',
    },
    'a.xlf',
  );
  expect(findings.map(({ rule, place }) => [rule, place])).toEqual(
    expect.arrayContaining([
      ['integrity/corrupt-file', 'a.xlf'],
      ['translation/number-changed', 'a.xlf › line 2'],
    ]),
  );
});

it('says that a file is not what its name promises', async () => {
  const { findings, code } = await check({ 'a.xlf': '<?xml version="1.0"?><note>Hello</note>' }, 'a.xlf');
  expect([code, findings.map(({ rule }) => rule)]).toEqual([1, ['integrity/corrupt-file']]);
});

it('says that everything is missing where a template is delivered as a translation', async () => {
  const job = 'version: 1\nid: a\ndeliverables: [{ path: app.pot, type: translation, language: de }]\n';
  const template = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\nmsgid "Open the file"\nmsgstr ""\n';
  const { findings, code } = await check({ 'out/app.pot': template, 'job.yaml': job }, 'out', '--job', 'job.yaml');
  expect([code, findings.map(({ rule }) => rule)]).toEqual([1, ['translation/segment-missing']]);
});

it('takes the language of a deliverable that is a pattern for the target, not for the source', async () => {
  const job = 'version: 1\nid: a\ndeliverables: [{ path: "i18n/*.po", type: translation, language: de }]\n';
  const text =
    'msgid ""\nmsgstr ""\n"Language: de\\n"\n\nmsgid "Save all of the files that are open"\nmsgstr "Save all of the files that are open"\n';
  const { findings } = await check({ 'out/i18n/app.po': text, 'job.yaml': job }, 'out', '--job', 'job.yaml');
  expect(findings.map(({ rule }) => rule)).toEqual(['translation/untranslated-segment']);
});

it('pairs a folder of sources by paths without the language, or in English, and tells the languages from them', async () => {
  const files = {
    'in/report.md': '# Rents\n\nThe rents of the town have risen by 12 percent in this year.\n',
    'in/en.json': '{ "save": "Save 12 files" }\n',
    'out/report.de.md': '# Mieten\n\nDie Mieten der Stadt sind in diesem Jahr um 21 Prozent gestiegen.\n',
    'out/de.json': '{ "save": "21 Dateien sichern" }\n',
  };
  const { findings, checks } = await check(files, 'out', '--source', 'in', '--only', 'translation/{number-changed,wrong-language}');
  expect(findings.map(({ rule, place }) => [rule, place])).toEqual([
    ['translation/number-changed', 'de.json › save'],
    ['translation/number-changed', 'report.de.md › Mieten › paragraph 1'],
  ]);
  expect(checks.filter(({ rule }) => rule === 'translation/wrong-language').map(({ reason }) => reason?.code)).toEqual([
    'nothing-to-check',
    undefined,
  ]);
});

it('takes no file of the delivery for its own source', async () => {
  const files = { 'i18n/en.json': '{ "save": "Save all of the files now" }\n', 'i18n/de.json': '{ "save": "Alle Dateien sichern" }\n' };
  const { findings, checks } = await check(files, 'i18n', '--source', 'i18n', '--only', 'translation/untranslated-segment');
  expect(findings).toEqual([]);
  const own = checks.filter(({ rule }) => rule === 'translation/untranslated-segment');
  expect(own.map(({ outcome, reason }) => reason?.code ?? outcome)).toEqual(['passed', 'no-source']);
});
