import {
  bytesOf,
  docxOf,
  editParts,
  textOf,
  withFile,
  type DocxBlock,
  type Example,
  type Plant,
  type Planted,
  type PlantedFinding,
} from '@preflag/testing';

/** A report as markdown and as a Word document, made of the same blocks. */
export async function reportOf(...blocks: readonly DocxBlock[]): Promise<Example> {
  return { files: { 'report.md': markdownOf(blocks), 'report.docx': await docxOf(blocks) } };
}

/** A report in markdown alone. */
export function markdownReport(...blocks: readonly DocxBlock[]): Example {
  return { files: { 'report.md': markdownOf(blocks) } };
}

/** The way to plant a failure by adding blocks at the end, once into the markdown and once into the Word document. */
export function byAdding(what: string, blocks: readonly DocxBlock[], ...findings: readonly PlantedFinding[]): Plant['ways'] {
  return {
    [`${what}, in markdown`]: (clean) => addToMarkdown(clean, blocks, findings),
    [`${what}, in a Word document`]: (clean) => addToDocx(clean, blocks, findings),
  };
}

/** The way to plant a failure by a paragraph behind the first block, once into the markdown and once into the Word document. */
export function onTop(what: string, paragraph: string, ...findings: readonly PlantedFinding[]): Plant['ways'] {
  return {
    [`${what}, in markdown`]: (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
      if (path === undefined) return undefined;
      const example = withFile(clean, path, textOf(clean, path).replace('\n\n', `\n\n${paragraph}\n\n`));
      return { example, findings: findings.map((finding) => ({ ...finding, file: path })) };
    },
    [`${what}, in a Word document`]: (clean) => intoDocx(clean, [paragraph], findings, (xml) => xml.indexOf('</w:p>') + '</w:p>'.length),
  };
}

/** Puts blocks at the end of the first markdown file. */
export function addToMarkdown(clean: Example, blocks: readonly DocxBlock[], findings: readonly PlantedFinding[]): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
  if (path === undefined) return undefined;
  const example = withFile(clean, path, `${textOf(clean, path).trimEnd()}\n\n${markdownOf(blocks)}`);
  return { example, findings: findings.map((finding) => ({ ...finding, file: path })) };
}

function addToDocx(clean: Example, blocks: readonly DocxBlock[], findings: readonly PlantedFinding[]): Planted | undefined {
  return intoDocx(clean, blocks, findings, (xml) => xml.lastIndexOf('<w:sectPr'));
}

function intoDocx(
  clean: Example,
  blocks: readonly DocxBlock[],
  findings: readonly PlantedFinding[],
  placeIn: (xml: string) => number,
): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.docx'));
  if (path === undefined) return undefined;
  const bytes = editParts(bytesOf(clean, path), (parts) => {
    const xml = parts['word/document.xml'] ?? '';
    const at = placeIn(xml);
    if (at < 0) return false;
    parts['word/document.xml'] = `${xml.slice(0, at)}${blocks.map(xmlOf).join('')}${xml.slice(at)}`;
    return true;
  });
  return bytes && { example: withFile(clean, path, bytes), findings: findings.map((finding) => ({ ...finding, file: path })) };
}

function markdownOf(blocks: readonly DocxBlock[]): string {
  return `${blocks.map((block) => (typeof block === 'string' ? block : tableText(block))).join('\n\n')}\n`.replace(
    /^(- .*)\n\n(?=- )/gm,
    '$1\n',
  );
}

function tableText(rows: readonly (readonly string[])[]): string {
  const [header = [], ...rest] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return [header, `|${'---|'.repeat(rows[0]?.length ?? 0)}`, ...rest].join('\n');
}

function xmlOf(block: DocxBlock): string {
  if (typeof block !== 'string') {
    const rows = block.map(
      (cells, index) =>
        `<w:tr>${index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map((text) => `<w:tc>${paragraphXml(text)}</w:tc>`).join('')}</w:tr>`,
    );
    return `<w:tbl>${rows.join('')}</w:tbl>${paragraphXml('')}`;
  }
  const heading = /^(#{1,6}) (.*)$/s.exec(block);
  return heading ? paragraphXml(heading[2] ?? '', `<w:pPr><w:pStyle w:val="Heading${heading[1]?.length}"/></w:pPr>`) : paragraphXml(block);
}

function paragraphXml(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`;
}
