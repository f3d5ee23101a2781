import { readsKind, type Check, type Checker, type Rule } from '@preflag/core';
import {
  exampleIn,
  runExample,
  textOf,
  WRITTEN_FORMATS,
  writeIn,
  type Example,
  type Plant,
  type Planted,
  type WrittenFormat,
} from '@preflag/testing';
import { describe, expect, test } from 'vitest';
import { CHECKERS, PLANTS } from '../lib/all-checkers.ts';

/**
 * The failures that are planted in markdown, in every other format: the clean document is clean for all rules, and the failure is found, or
 * the rule says why it does not look, or the failure cannot be there.
 */

const rules: readonly Rule[] = CHECKERS.flatMap((checker: Checker) => checker.rules);
const plants = PLANTS.filter(({ rule }) => /^(?:formatting|report-structure)\//.test(rule));

/** What the writers have no form for, since the formats have none. */
const NOT_CARRIED: Readonly<Record<string, readonly WrittenFormat[]>> = {
  'a rule between paragraphs': WRITTEN_FORMATS,
  'a footnote without a mark': WRITTEN_FORMATS,
  'control characters': ['docx', 'odt', 'pptx'],
  footnotes: ['pptx', 'txt'],
  'a table of contents': ['txt'],
  'bold text': ['txt'],
  links: ['txt'],
  pictures: ['txt'],
  tables: ['txt'],
};

/** What looks the same in the format as what is right: nobody could find it there. */
const NOT_THERE: readonly (readonly [rule: string, way: string, formats: readonly WrittenFormat[], why: string])[] = [
  ['formatting/mojibake', 'a space', ['pdf'], 'a pdf does not tell the space that follows from others, and the letter alone is one'],
  ['report-structure/truncated-ending', 'a heading at the end', ['txt'], 'plain text does not say what is a heading'],
  [
    'report-structure/linked-file-missing',
    'a picture in markdown',
    ['docx', 'odt', 'pdf', 'pptx', 'rtf'],
    'pictures are inside of the file',
  ],
];

/** Rules on what only one format has. */
const ONE_FORMAT: Readonly<Record<string, string>> = {
  'formatting/blank-page': 'only a pdf says what stands on which page',
  'formatting/font-not-embedded': 'only a pdf is read with the fonts that are in it',
  'formatting/pdf-not-tagged': 'only a pdf can be without tags',
  'formatting/scanned-page': 'only the pages of a pdf can be pictures',
  'formatting/text-outside-page': 'only a pdf says where text stands',
  'formatting/unmapped-character': 'only a pdf has characters that stand for no letter',
};

/** Rules whose failure follows from single signs. */
const TOKENS: ReadonlySet<string> = new Set([
  'formatting/agent-self-talk',
  'formatting/citation-token-left',
  'formatting/field-in-error',
  'formatting/markup-shown-as-text',
  'formatting/placeholder-text',
  'formatting/program-value-shown',
  'formatting/raw-latex-left',
  'formatting/sample-data-left',
  'report-structure/process-chatter',
]);

type Ending = 'found' | 'not carried' | 'not checked' | 'not there' | 'missed';

interface Proof {
  readonly rule: string;
  readonly way: string;
  readonly format: WrittenFormat;
  readonly ending: Ending;
  readonly why?: string;
}

const proofs: Proof[] = [];
/** The formats in which the rules' own plants are. */
const own = new Map<string, Set<string>>();

describe('what is planted in markdown is found in other formats', () => {
  test.each(plants.map((plant) => [plant.rule, plant] as const))('%s', async (id, plant) => {
    const rule = rules.find((one) => one.id === id)!;
    const clean = await plant.clean();
    for (const [way, planted] of await plantedWays(plant, clean)) {
      noteFormats(id, planted);
      const path = planted.findings[0]?.file ?? '';
      if (path.endsWith('.md')) for (const format of WRITTEN_FORMATS) proofs.push(await prove(rule, way, format, planted, path));
    }
    expect(
      proofs.filter((one) => one.rule === id && one.ending === 'missed'),
      'the failure is there, and the rule passed',
    ).toEqual([]);
  });

  test('nearly all failures that a format carries are found, and those of single signs are found without exception', () => {
    const carried = proofs.filter(({ ending }) => ending !== 'not carried' && ending !== 'not there');
    const found = (all: readonly Proof[]): number => all.filter(({ ending }) => ending === 'found').length / all.length;
    expect(carried.length).toBeGreaterThan(1_000);
    expect(found(carried)).toBeGreaterThanOrEqual(0.95);
    expect(carried.filter(({ rule, ending }) => TOKENS.has(rule) && ending !== 'found')).toEqual([]);
  });

  test('what a format does not carry is listed, and nothing is listed in vain', () => {
    const missing = proofs.filter(({ ending }) => ending === 'not carried');
    expect(missing.filter(({ why = '', format }) => !NOT_CARRIED[why]?.includes(format))).toEqual([]);
    const listed = NOT_THERE.flatMap(([rule, way, formats]) => formats.map((format) => `${rule}, ${way}: ${format}`));
    const used = proofs.flatMap(({ ending, rule, way, format }) =>
      ending === 'not there' ? [`${rule}, ${NOT_THERE.find((one) => one[0] === rule && way.startsWith(one[1]))?.[1]}: ${format}`] : [],
    );
    expect(used.toSorted()).toEqual(listed.toSorted());
  });

  test('every rule is proven in two formats, but for those on what only one format has', () => {
    const few = plants.filter(({ rule }) => {
      const formats = proofs.flatMap((proof) => (proof.rule === rule && proof.ending === 'found' ? [proof.format] : []));
      return new Set([...formats, ...(own.get(rule) ?? [])]).size < 2;
    });
    expect(few.map(({ rule }) => rule).toSorted()).toEqual(Object.keys(ONE_FORMAT).toSorted());
  });
});

describe('the clean documents of all rules are clean in other formats for all rules', () => {
  const seen = new Set<string>();
  test.each(WRITTEN_FORMATS)(
    '%s',
    async (format) => {
      let count = 0;
      for (const plant of plants) {
        const clean = await plant.clean();
        for (const path of Object.keys(clean.files).filter((name) => name.endsWith('.md'))) {
          const key = JSON.stringify([format, textOf(clean, path), clean.job]);
          const other = seen.has(key) ? undefined : await exampleIn(format, clean, path);
          seen.add(key);
          if (!other?.isWritten) continue;
          count += 1;
          const { findings, checks, mutations } = await runExample(rules, other.example);
          expect(
            findings.map(({ rule, place, message }) => `${rule} at ${place}: ${message}`),
            `of ${plant.rule}`,
          ).toEqual([]);
          expect(checks.filter(({ outcome }) => outcome === 'error').map(({ rule, reason }) => `${rule}: ${reason?.text}`)).toEqual([]);
          expect(mutations).toEqual([]);
        }
      }
      expect(count).toBeGreaterThan(format === 'txt' ? 20 : 40);
    },
    60_000,
  );
});

describe('what integrity says of files that are read as documents', () => {
  const integrity = rules.filter(({ id }) => id.startsWith('integrity/'));
  const rulesIn = async (files: Example['files']): Promise<readonly string[]> => {
    const { findings } = await runExample(integrity, { files });
    return findings.map(({ rule, file }) => `${rule} ${file}`);
  };

  const bytesIn = async (format: WrittenFormat): Promise<Uint8Array> => {
    const written = await writeIn(format, `# Rents\n\n${'Rents rose by a tenth in March, and fell in June. '.repeat(40)}\n`);
    if (!written.isWritten) throw new Error(written.construct);
    return written.bytes;
  };

  test.each(WRITTEN_FORMATS)('%s: one that is whole, and an empty one', async (format) => {
    const path = `report.${format}`;
    expect(await rulesIn({ [path]: await bytesIn(format) })).toEqual([]);
    expect(await rulesIn({ [path]: '' })).toEqual([`integrity/empty-file ${path}`]);
  });

  test.each(['docx', 'odt', 'pdf', 'pptx', 'rtf'] as const)('%s: one that is cut off, and a text by its name', async (format) => {
    const path = `report.${format}`;
    const bytes = await bytesIn(format);
    expect(await rulesIn({ [path]: bytes.subarray(0, bytes.length * 0.6) })).toEqual([`integrity/corrupt-file ${path}`]);
    expect(await rulesIn({ [path]: 'Rents rose by a tenth in March.\n' })).toEqual([`integrity/wrong-type ${path}`]);
  });

  test('a flat OpenDocument text that is cut off', async () => {
    const start = '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"';
    const text = `${start} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text/>`;
    expect(await rulesIn({ 'report.fodt': text })).toEqual(['integrity/corrupt-file report.fodt']);
    expect(await rulesIn({ 'report.fodt': `${text}</office:body></office:document>` })).toEqual([]);
  });
});

async function plantedWays({ ways }: Plant, clean: Example): Promise<readonly (readonly [way: string, planted: Planted])[]> {
  const all: [string, Planted][] = [];
  for (const [way, plantIt] of Object.entries(ways)) {
    const planted = await plantIt(clean);
    if (planted) all.push([way, planted]);
  }
  return all;
}

function noteFormats(rule: string, { findings }: Planted): void {
  const formats = own.get(rule) ?? new Set();
  own.set(rule, formats);
  for (const { file } of findings) formats.add(file?.split('.').at(-1) ?? '');
}

async function prove(rule: Rule, way: string, format: WrittenFormat, planted: Planted, path: string): Promise<Proof> {
  const proof = { rule: rule.id, way, format };
  const written = await exampleIn(format, planted.example, path);
  if (!written.isWritten) return { ...proof, ending: 'not carried', why: written.construct };
  const { findings, checks } = await runExample([rule], written.example);
  expect(checks.filter(({ outcome }) => outcome === 'error').map(({ reason }) => reason?.text)).toEqual([]);
  if (findings.length > 0 && planted.findings.every(({ excerpt }) => findings.some((finding) => shows(finding, excerpt))))
    return { ...proof, ending: 'found' };
  const silent = checks.find((check) => check.file === written.path && isExplained(check));
  if (silent && findings.length === 0) return { ...proof, ending: 'not checked', why: silent.reason?.text ?? '' };
  const isListed = NOT_THERE.some(([id, name, formats]) => id === rule.id && way.startsWith(name) && formats.includes(format));
  return { ...proof, ending: isListed ? 'not there' : 'missed', why: findings.map(({ message }) => message).join('; ') };
}

function shows({ evidence, message }: Awaited<ReturnType<typeof runExample>>['findings'][number], excerpt: string | undefined): boolean {
  const folded = (text: string): string => text.replaceAll(/\s+/g, ' ');
  return (
    excerpt === undefined || [evidence.excerpt, evidence.found ?? '', message].some((text) => folded(text).includes(folded(excerpt).trim()))
  );
}

/** Not that there was nothing to look at: the failure is there. */
function isExplained({ outcome, reason }: Check): boolean {
  return outcome === 'not-checked' && reason?.code === 'format';
}

test('every rule that reads documents has a plant here', () => {
  const ids = new Set(PLANTS.map(({ rule }) => rule));
  expect(rules.filter((rule) => readsKind(rule, 'document') && !ids.has(rule.id)).map(({ id }) => id)).toEqual([]);
});
