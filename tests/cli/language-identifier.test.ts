import { describe, expect, it } from 'vitest';
import { check } from 'preflag';
import { join } from 'node:path';
import { preflag, temporaryFolder } from '../lib/cli.ts';

/** Breton is a language that none of those knows that come with preflag. */
const JOB = `version: 1
id: breton
deliverables:
  - { path: br.md, type: translation, source: en.md, language: br }
`;
const ENGLISH = 'The office counts all the new leases of the town at the end of the month, and the rents of the south have risen most.\n';
const FRENCH =
  'Le bureau compte tous les nouveaux baux de la ville à la fin du mois, et les loyers du sud sont ceux qui ont le plus augmenté.\n';
const FILES = { 'out/br.md': FRENCH, 'en.md': ENGLISH, 'job.yaml': JOB };

/** Counts small words of two languages. It keeps what it knows in a file of its own, as a model would be. */
const IDENTIFIER = `import { readFileSync } from 'node:fs';
const words = JSON.parse(readFileSync(new URL('./words.json', import.meta.url), 'utf8'));
export const languageIdentifier = {
  name: 'small-words',
  languages: Object.keys(words),
  async identify(text) {
    const counts = Object.entries(words).map(([language, own]) => [language, text.split(/\\s+/).filter((word) => own.includes(word)).length]);
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    return all === 0 ? [] : counts.map(([language, count]) => ({ language, share: count / all })).sort((a, b) => b.share - a.share);
  },
};
`;
const WORDS = JSON.stringify({ br: ['ar', 'an', 'hag', 'eus', 'gant'], fr: ['le', 'la', 'les', 'du', 'de', 'et', 'qui'] });
const PLUGGED = {
  ...FILES,
  'preflag.config.json': '{ "plugins": ["./words/index.mjs"] }',
  'words/index.mjs': IDENTIFIER,
  'words/words.json': WORDS,
};

interface Reported {
  readonly reports: readonly {
    readonly findings: readonly { readonly rule: string; readonly message: string }[];
    readonly checks: readonly {
      readonly rule: string;
      readonly outcome: string;
      readonly looked?: object;
      readonly reason?: { readonly text: string };
    }[];
  }[];
}

async function wrongLanguageIn(
  cwd: string,
): Promise<{ readonly code: number | null; readonly messages: readonly string[]; readonly check: unknown }> {
  const { code, stdout } = await preflag(['check', 'out', '--job', 'job.yaml', '--format', 'json'], { cwd });
  const [report] = (JSON.parse(stdout) as Reported).reports;
  return {
    code,
    messages: report?.findings.map(({ message }) => message) ?? [],
    check: report?.checks.find(({ rule }) => rule === 'translation/wrong-language'),
  };
}

describe('a language identifier that the config names', () => {
  it('makes the check possible for a language that nothing else knows, and the report says that it was asked', async () => {
    await using folder = await temporaryFolder(PLUGGED);
    await expect(wrongLanguageIn(folder.path)).resolves.toMatchObject({
      code: 0,
      messages: ['The text from here on seems to be in French, not in Breton'],
      check: { outcome: 'failed', looked: { segments: 1, 'asked of small-words': 1 } },
    });
  });

  it('without it, the report says what to do', async () => {
    await using folder = await temporaryFolder(FILES);
    await expect(wrongLanguageIn(folder.path)).resolves.toMatchObject({
      messages: [],
      check: {
        outcome: 'not-checked',
        reason: {
          code: 'language',
          text: expect.stringContaining(
            "No identifier here knows Breton as it is written here. npm install cld3-asm may help, or name one under 'plugins'",
          ) as string,
        },
      },
    });
  });

  it('is taken by check() from the config, and among checkers by its module', async () => {
    await using folder = await temporaryFolder(PLUGGED);
    const job = join(folder.path, 'job.yaml');
    const [out, plugin] = [join(folder.path, 'out'), join(folder.path, 'words/index.mjs')];
    const byConfig = await check(out, { job, config: { plugins: ['./words/index.mjs'] }, configFolder: folder.path });
    const byModule = await check(out, { job, checkers: ['@preflag/checker-translation', plugin] });
    for (const { findings } of [byConfig, byModule]) expect(findings.map(({ rule }) => rule)).toEqual(['translation/wrong-language']);
  });

  it('that gives no proper answer costs the rule its outcome, and no green comes of it', async () => {
    const silly = IDENTIFIER.replace('share: count / all', 'share: 100 * count');
    await using folder = await temporaryFolder({ ...PLUGGED, 'words/index.mjs': silly });
    await expect(wrongLanguageIn(folder.path)).resolves.toMatchObject({
      code: 3,
      check: {
        outcome: 'error',
        reason: { text: expect.stringContaining('The language identifier small-words answered [{"language":"fr","share":') as string },
      },
    });
  });

  it.each([
    [
      'is not there',
      { 'preflag.config.json': '{ "plugins": ["./none.mjs"] }' },
      /^preflag: The plugin '.*none\.mjs' is not installed here: ENOENT/,
    ],
    [
      'cannot be loaded',
      { 'words/words.json': '{' },
      /^preflag: The plugin .*words\/index\.mjs cannot be loaded: .*\. Mend it, or take it out of 'plugins' in the config\.\n$/,
    ],
    [
      'exports nothing of use',
      { 'words/index.mjs': 'export const x = 1;' },
      /words\/index\.mjs exports no checker\. Export .* or a language identifier/,
    ],
    [
      'knows no languages',
      { 'words/words.json': '{}' },
      /words\/index\.mjs: The language identifier small-words needs 'languages', a list of tags/,
    ],
  ])('that %s is a mistake of the caller', async (_, files, stderr) => {
    await using folder = await temporaryFolder({ ...PLUGGED, ...files });
    const result = await preflag(['check', 'out', '--job', 'job.yaml'], { cwd: folder.path });
    expect([result.code, result.stdout, result.stderr]).toEqual([2, '', expect.stringMatching(stderr)]);
  });

  it('is never named by a job, which is trusted less', async () => {
    await using folder = await temporaryFolder({
      ...PLUGGED,
      'preflag.config.json': '{}',
      'job.yaml': `${JOB}plugins: [./words/index.mjs]\n`,
    });
    const { code, stderr } = await preflag(['check', 'out', '--job', 'job.yaml'], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining("Unknown key 'plugins'")]);
  });
});
