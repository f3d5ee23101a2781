import {
  bytesOf,
  docxOf,
  editParts,
  odtOf,
  textOf,
  withFile,
  type DocxBlock,
  type Example,
  type Parts,
  type Plant,
  type PlantedFinding,
} from '@preflag/testing';

/** What a planted text must lead to; the file is filled in. */
export type Expected = Omit<PlantedFinding, 'file'>;

/** The same clean text as markdown and as a Word document. */
export async function reportsOf(blocks: readonly DocxBlock[]): Promise<Example> {
  return { files: { 'report.md': markdownOf(blocks), 'letter.docx': await docxOf(blocks) } };
}

/** A clean report in English that has nothing of what the rules look for. */
export function cleanReports(): Promise<Example> {
  return reportsOf(CLEAN);
}

const CLEAN: readonly DocxBlock[] = [
  '# Sales in spring',
  'Sales rose by a tenth in March, and the shop in the south sold the most of all.',
  'The team has asked for a second look at the prices, which is on its way to the client.',
];

/** The clean texts of `cleanReports`, and the same as an OpenDocument text. */
export function cleanOfficeReports(): Promise<Example> {
  return withOdt(cleanReports(), CLEAN);
}

/** Adds these blocks as an OpenDocument text to an example. */
export async function withOdt(example: Example | Promise<Example>, blocks: readonly DocxBlock[]): Promise<Example> {
  return withFile(await example, 'letter.odt', odtOf(blocks));
}

/** Adds elements at the end of the first OpenDocument text, and styles for them, as they stand in the file. */
export function addToOdt(clean: Example, xml: string, findings: readonly Expected[], styles = ''): ReturnType<Plant['ways'][string]> {
  return changeOdt(
    clean,
    {
      'content.xml': (content) =>
        content
          .replace('</office:text>', `${xml}</office:text>`)
          .replace('</office:automatic-styles>', `${styles}</office:automatic-styles>`),
    },
    findings,
  );
}

/** A style of single texts or paragraphs with these properties, as it stands in `office:automatic-styles`. */
export function odtStyle(family: 'text' | 'paragraph', name: string, properties: string): string {
  return `<style:style style:name="${name}" style:family="${family}"><style:${family}-properties ${properties}/></style:style>`;
}

/** Changes parts of the first OpenDocument text; `undefined` where there is no room for the change. */
export function changeOdt(
  clean: Example,
  changes: Readonly<Record<string, (xml: string) => string>>,
  findings: readonly Expected[],
): ReturnType<Plant['ways'][string]> {
  return changeParts(
    clean,
    (parts) =>
      Object.entries(changes).every(([name, change]) => {
        const before = parts[name];
        const after = before === undefined ? undefined : change(before);
        if (after !== undefined) parts[name] = after;
        return after !== undefined && after !== before;
      }),
    findings,
    '.odt',
  );
}

/** For each text a way that adds it as a paragraph at the end of the markdown file, and one that adds it to the Word document. */
export function paragraphWays(ways: Readonly<Record<string, readonly [text: string, ...findings: readonly Expected[]]>>): Plant['ways'] {
  return Object.fromEntries(
    Object.entries(ways).flatMap(([name, [text, ...findings]]): [string, Plant['ways'][string]][] => [
      [`${name}, in markdown`, (clean) => addToMarkdown(clean, text, findings)],
      [`${name}, in Word`, (clean) => addToDocx(clean, paragraphXml(text), findings)],
    ]),
  );
}

/** Adds a text at the end of the first markdown file. */
export function addToMarkdown(clean: Example, text: string, findings: readonly Expected[]): ReturnType<Plant['ways'][string]> {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
  if (path === undefined) return undefined;
  return {
    example: withFile(clean, path, `${textOf(clean, path).trimEnd()}\n\n${text}\n`),
    findings: findings.map((finding) => ({ ...finding, file: path })),
  };
}

/** Adds paragraphs or tables, as WordprocessingML, at the end of the first Word document. */
export function addToDocx(clean: Example, xml: string, findings: readonly Expected[]): ReturnType<Plant['ways'][string]> {
  return changeDocx(
    clean,
    (body) => {
      const at = body.lastIndexOf('<w:sectPr');
      return at < 0 ? undefined : `${body.slice(0, at)}${xml}${body.slice(at)}`;
    },
    findings,
  );
}

/** Changes the main part of the first Word document; `undefined` where there is no room for the change. */
export function changeDocx(
  clean: Example,
  change: (body: string) => string | undefined,
  findings: readonly Expected[],
): ReturnType<Plant['ways'][string]> {
  return changeParts(
    clean,
    (parts) => {
      const changed = change(parts['word/document.xml'] ?? '');
      if (changed === undefined) return false;
      parts['word/document.xml'] = changed;
      return true;
    },
    findings,
  );
}

/** Changes any parts of the first Word document, or of another package; `undefined` where `change` returns false. */
export function changeParts(
  clean: Example,
  change: (parts: Parts) => boolean,
  findings: readonly Expected[],
  ending: '.docx' | '.odt' = '.docx',
): ReturnType<Plant['ways'][string]> {
  const path = Object.keys(clean.files).find((name) => name.endsWith(ending));
  const bytes = path === undefined ? undefined : editParts(bytesOf(clean, path), change);
  if (path === undefined || bytes === undefined) return undefined;
  return { example: withFile(clean, path, bytes), findings: findings.map((finding) => ({ ...finding, file: path })) };
}

/** A paragraph of WordprocessingML with one run. */
export function paragraphXml(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`;
}

function markdownOf(blocks: readonly DocxBlock[]): string {
  return `${blocks.map((block) => (typeof block === 'string' ? block : tableOf(block))).join('\n\n')}\n`;
}

function tableOf([header = [], ...rows]: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
