import { testRule } from '@preflag/testing/rule-tester';
import { bracketNotClosedPlant } from './plant.ts';
import { bracketNotClosed } from './rule.ts';

testRule(bracketNotClosed, {
  plant: bracketNotClosedPlant,
  valid: [
    { name: 'an aside that ends in a figure', example: { files: { 'a.md': 'The rents fell (see page 8) in spring.\n' } } },
    { name: 'a face that closes an aside', example: { files: { 'a.md': 'The rents fell (which is rare :-) in spring.\n' } } },
    {
      name: 'lists in a sentence, faces, intervals, code',
      example: { files: { 'a.md': 'It is a) cheap, b) near and 1) new :) in [0, 1) or (0, 5], with `f(`, and (all (of it)).\n' } },
    },
    { name: 'an aside over items', example: { files: { 'a.md': '- north (cold,\n- south, warm)\n' } } },
  ],
  invalid: [
    {
      name: 'an aside in an aside that ends in a figure',
      example: { files: { 'a.md': 'The rents fell (which is rare (see page 8) in spring.\n' } },
      findings: [{ messageId: 'open', excerpt: '(' }],
    },
    {
      name: 'Chinese brackets',
      example: { files: { 'a.md': '租金上涨（南部，六月下降。\n' } },
      findings: [{ messageId: 'open', message: "The bracket '（' is not closed" }],
    },
  ],
});
