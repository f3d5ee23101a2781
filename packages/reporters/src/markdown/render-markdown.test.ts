import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { sampleCheck, sampleFinding, sampleReport } from '../../tests/sample-report.ts';
import { inert, inertCode, inertSentence } from './inert.ts';
import { renderMarkdown } from './render-markdown.ts';

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

/** The kinds of all nodes, as GitHub's flavour reads the text. */
function kindsIn(markdown: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const visit = (node: Node): void => {
    kinds.add(node.type);
    for (const child of node.children ?? []) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return kinds;
}

const NASTY: readonly string[] = [
  '[a link](http://a.example)',
  '![a picture](http://a.example/a.png)',
  '<img src=x onerror=alert(1)><!-- ',
  'https://a.example www.a.example a@a.example',
  '**bold** _slant_ ~~gone~~ `code` ``',
  '| a | b |\n|---|---|',
  '\n\n# heading\n\n- list\n\n```\ncode',
  '[^1] [ ] &lt;b&gt; &#64;',
  '\\[x\\](y) \\',
];

describe('inert', () => {
  it.each(NASTY)('leaves text of %j', (text) => {
    expect([...kindsIn(`- before ${inert(text)} after`)].toSorted()).toEqual(['list', 'listItem', 'paragraph', 'root', 'text'].toSorted());
    expect([...kindsIn(`- before ${inertCode(text)} after`)].toSorted()).toEqual(
      ['inlineCode', 'list', 'listItem', 'paragraph', 'root', 'text'].toSorted(),
    );
  });

  it.each([
    ['@octocat', '@&#8203;octocat'],
    ['fixes #12 and GH-12', 'fixes #&#8203;12 and GH&#8203;-12'],
    ['$x$ \u202e\u001b', String.raw`\$x\$ \\u202e\\u001b`],
    ['a # b, B4 (C9)!', 'a # b, B4 (C9)!'],
  ])('%s', (text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  it('cuts what is long', () => {
    expect([inert('x'.repeat(5_000)).length, inertCode('x'.repeat(5_000)).length]).toEqual([400, 402]);
  });
});

describe('inertSentence', () => {
  it('isolates what is written from right to left, and nothing else', () => {
    expect(inertSentence("'احفظ.' is *not* 'Save'")).toBe(String.raw`'${'\u2068'}احفظ.${'\u2069'}' is \*not\* 'Save'`);
  });
});

describe('renderMarkdown', () => {
  it('begins with the verdict, and ends with what was not checked', () => {
    expect(renderMarkdown([sampleReport()])).toMatchInlineSnapshot(`
      "## ❌ preflag: fail

      2 certain findings of severity important or worse

      ### ❌ q3-sales

      \`out\` · job \`q3-sales\` · fails on certain findings: important

      | | certain | likely | hint |
      |---|--:|--:|--:|
      | critical | 2 | 0 | 0 |
      | important | 0 | 1 | 0 |
      | minor | 0 | 0 | 1 |

      Not counted: 1 ignored, 1 there before.

      #### \`sales.xlsx\`

      - **critical** (certain): B4 shows #&#8203;REF!
        - at Summary › Revenue › North (B4)
        - found \`#REF!\`
        - why: The client sees an error where a result should be.
        - do: Mend the formula.
        - rule \`spreadsheet/error-value\`

      #### The delivery

      - **critical** (certain): The file report.docx was not handed in
        - why: The client does not get what was ordered.
        - do: Hand in report.docx under just this name.
        - rule \`integrity/missing-deliverable\`

      #### \`report.de.md\`

      - **important** (likely, does not fail the delivery): The translation says 629.308 where the source says 62,930.8
        - at Ergebnisse › paragraph 3
        - found \`629.308\`
        - expected \`62,930.8\`
        - text \`Der Umsatz betrug 629.308 Euro.\`
        - see the source: 'Revenue was 62,930.8 euros.' in \`report.md\`
        - why: A client who acts on the translated figure acts on a wrong one.
        - do: Put the number of the source into the translation: 62,930.8.
        - rule \`translation/number-changed\`
      - **minor** (hint, does not fail the delivery): 'TODO' says that something is still to be done
        - at Ergebnisse › paragraph 2
        - text \`TODO\`
        - why: The client reads a note that was meant for the writer.
        - do: Write what is missing, or delete the note.
        - rule \`formatting/placeholder-text\`

      #### Not checked

      5 of 9 checks ran. 1 could not be finished.

      - 1 needs a source: --source FILE
      - 1 needs a person
      - 1 was not asked for by the job

      **Could not be finished**

      - \`spreadsheet/slow\` on \`sales.xlsx\`: The rule was stopped: it took longer than 20 s.

      **Left for a person**

      - \`job/criterion\`: highest: Names the region with the highest revenue
      "
    `);
  });

  it('puts the worst of several deliveries first', () => {
    const pass = sampleReport([], [sampleCheck('passed')], { job: 'fine' });
    expect(renderMarkdown([pass, sampleReport(undefined, undefined, { findings: [], checks: [] })])).toMatchInlineSnapshot(`
      "## ❌ preflag: fail

      Of 2 deliveries: 1 fail, 1 pass

      ### ❌ q3-sales

      \`out\` · job \`q3-sales\` · fails on certain findings: important

      | | certain | likely | hint |
      |---|--:|--:|--:|
      | critical | 0 | 0 | 0 |
      | important | 0 | 0 | 0 |
      | minor | 0 | 0 | 0 |

      0 of 0 checks ran.

      ### ✅ fine

      \`out\` · job \`fine\` · fails on certain findings: important

      | | certain | likely | hint |
      |---|--:|--:|--:|
      | critical | 0 | 0 | 0 |
      | important | 0 | 0 | 0 |
      | minor | 0 | 0 | 0 |

      1 of 1 checks ran.
      "
    `);
  });

  it('says that deliveries were not checked, and what settings did', () => {
    const report = sampleReport([], [sampleCheck('passed')], { notices: [{ code: 'rules-off', text: 'Two rules are off.' }] });
    const text = renderMarkdown([report], { unchecked: 2 });
    expect(text).toMatch(/^## ⚠️ preflag: incomplete\n\n.*\n\n\*\*2 deliveries were not checked: the call was interrupted\.\*\*\n/);
    expect(text).toContain('**Settings**\n\n- Two rules are off.\n');
  });

  it('says that nothing was checked', () => {
    expect(renderMarkdown([])).toBe('## preflag: nothing was checked\n');
  });

  it('is not steered by what a delivery says', () => {
    const nasty = NASTY.join(' ');
    const related = [{ file: nasty, location: { kind: 'file' } as const, label: nasty }];
    const evidence = { excerpt: nasty, found: nasty, expected: nasty, hash: '' };
    const finding = sampleFinding({ file: nasty, place: `${nasty} › ${nasty}`, message: nasty, advice: nasty, evidence, related });
    const checks = [sampleCheck('failed', { file: nasty }), sampleCheck('error', { file: nasty, reason: { code: 'crash', text: nasty } })];
    const kinds = kindsIn(renderMarkdown([sampleReport([finding], checks, { job: nasty, root: nasty })]));
    const ours = 'heading inlineCode list listItem paragraph root strong table tableCell tableRow text'.split(' ');
    expect([...kinds].toSorted()).toEqual(ours);
  });

  const many = Array.from({ length: 2_000 }, (_, index) =>
    sampleFinding({
      message: `Ünit ${index} is wrong`,
      file: index % 2 ? 'a.md' : 'b.md',
      ...(index < 1_990 ? { certainty: 'likely' } : {}),
    }),
  );

  it.each([4_000, 65_536, 1_048_576])('keeps within %i bytes, shows what fails first, and counts what it leaves off', (limit) => {
    const text = renderMarkdown([sampleReport(many, [sampleCheck('failed')])], { limit });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
    const left = Number(/\*\*(\d+) more findings are left off/.exec(text)?.[1] ?? 0);
    expect(left + text.split('is wrong').length - 1).toBe(2_000);
    expect(text).toContain('Ünit 1990 is wrong');
  });

  it('counts deliveries that do not fit', () => {
    const reports = Array.from({ length: 500 }, (_, index) =>
      sampleReport(many.slice(0, 20), [sampleCheck('failed')], { job: `job-${index}` }),
    );
    const text = renderMarkdown(reports);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    const left = Number(/\*\*(\d+) of 500 deliveries are left off/.exec(text)?.[1] ?? 0);
    expect(left + (text.match(/^### /gm) ?? []).length).toBe(500);
  });
});
