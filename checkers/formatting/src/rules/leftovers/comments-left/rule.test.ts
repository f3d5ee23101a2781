import { odtOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { commentsLeftPlant } from './plant.ts';
import { commentsLeft } from './rule.ts';

testRule(commentsLeft, {
  plant: commentsLeftPlant,
  valid: [{ name: 'a comment of markdown', example: { files: { 'a.md': 'Rents rose.\n\n<!-- Is this right? -->\n' } } }],
  invalid: [
    {
      name: 'who wrote what',
      example: async () => {
        const planted = await commentsLeftPlant.ways['a comment on a paragraph']?.(await commentsLeftPlant.clean());
        if (!planted) throw new Error('There was no room for a comment.');
        return planted.example;
      },
      findings: [{ messageId: 'open', message: "A comment by Ada was left: 'Is this right?'", certainty: 'likely' }],
    },
    {
      name: 'a comment without a text',
      example: {
        files: {
          'a.odt': odtOf(
            ['# Rents'],
            '<text:p>Rents rose.<office:annotation><dc:creator>Ada</dc:creator><text:p/></office:annotation></text:p>',
          ),
        },
      },
      findings: [{ messageId: 'empty', message: 'A comment by Ada without a text was left' }],
    },
  ],
});
