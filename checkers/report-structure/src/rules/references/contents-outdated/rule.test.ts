import { odtOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { contentsOutdatedPlant } from './plant.ts';
import { contentsOutdated } from './rule.ts';

/** As LibreOffice makes it where the title of the contents counts as a heading of its own list. */
const CONTENTS = `<text:table-of-content><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title>${[
  'Contents',
  'Causes',
  'Effects',
]
  .map((title) => `<text:p text:style-name="Contents_20_1">${title}<text:tab/>1</text:p>`)
  .join('')}</text:index-body></text:table-of-content>`;

testRule(contentsOutdated, {
  plant: contentsOutdatedPlant,
  valid: [
    {
      name: 'a list of links that is no table of contents',
      example: report('# R', '- [one](#a)\n- [two](#b)\n- [three](#c)', '## A', 'T.', '## B', 'T.', '## C', 'T.'),
    },
    {
      name: 'contents that name themselves',
      example: { files: { 'report.odt': odtOf(['# Causes', 'Few.', '# Effects', 'High.'], '', CONTENTS) } },
    },
    { name: 'numbers', example: report('# R', '- [1. A](#a)\n- [2. B](#b)\n- [3. C](#c)', '## A', 'T.', '## B', 'T.', '## C', 'T.') },
  ],
  invalid: [
    {
      name: 'a heading that is gone',
      example: report('# R', '- [A](#a)\n- [B](#b)\n- [D](#d)', '## A', 'T.', '## B', 'T.'),
      findings: [{ messageId: 'gone', excerpt: 'D', certainty: 'likely' }],
    },
  ],
});
