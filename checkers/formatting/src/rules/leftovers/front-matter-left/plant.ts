import { definePlant, textOf, withFile, type Example, type Plant, type Planted } from '@preflag/testing';
import { changeDocx, cleanReports } from '../../../document-plants.ts';

const LINES = ['---', 'title: Sales in spring', 'date: 2026-03-01', '---'];

export const frontMatterLeftPlant: Plant = definePlant({
  rule: 'formatting/front-matter-left',
  clean: cleanReports,
  ways: {
    'below a sentence of the agent, in markdown': (clean) => onTopOfMarkdown(clean, `Here is the report.\n\n${LINES.join('\n')}\n\n`),
    'as paragraphs, in Word': (clean) =>
      changeDocx(
        clean,
        (body) =>
          body.includes('<w:body>')
            ? body.replace('<w:body>', `<w:body>${LINES.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}`)
            : undefined,
        [{ messageId: 'shown', excerpt: 'title' }],
      ),
  },
});

function onTopOfMarkdown(clean: Example, text: string): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
  if (path === undefined) return undefined;
  return { example: withFile(clean, path, text + textOf(clean, path)), findings: [{ messageId: 'shown', file: path, excerpt: 'title' }] };
}
