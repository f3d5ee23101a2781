import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { addToDocx, cleanReports } from '../../../document-plants.ts';
import { trackedChangesLeftPlant } from './plant.ts';
import { trackedChangesLeft } from './rule.ts';

const changes =
  (xml: string): (() => Promise<{ files: Record<string, string | Uint8Array> }>) =>
  async () => {
    const planted = await addToDocx(await cleanReports(), xml, []);
    if (!planted) throw new Error('There was no room for the changes.');
    return planted.example;
  };
const by = (id: number): string => `w:id="${id}" w:author="Ada" w:date="2026-01-01T00:00:00Z"`;

testRule(trackedChangesLeft, {
  plant: trackedChangesLeftPlant,
  valid: [{ name: 'markdown', example: { files: { 'a.md': 'Rents ~~fell~~ rose.\n' } } }],
  invalid: [
    {
      name: 'two in one paragraph, and a format',
      example: changes(
        `<w:p><w:del ${by(1)}><w:r><w:delText>a</w:delText></w:r></w:del><w:r><w:t>Rents</w:t></w:r><w:del ${by(2)}><w:r><w:delText>b</w:delText></w:r></w:del></w:p>` +
          `<w:p><w:r><w:rPr><w:b/><w:rPrChange ${by(3)}><w:rPr/></w:rPrChange></w:rPr><w:t>Prices</w:t></w:r></w:p>`,
      ),
      findings: [
        { messageId: 'text', message: "Text deleted by Ada is still marked as a change: 'a … b'" },
        { messageId: 'formatting', message: 'A change of formatting by Ada is still marked' },
      ],
    },
  ],
});

it('says that a format without marks was not checked', async () => {
  const { checks } = await runExample([trackedChangesLeft], { files: { 'a.md': 'Rents rose.\n' } });
  expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code: 'format' } }]);
});
