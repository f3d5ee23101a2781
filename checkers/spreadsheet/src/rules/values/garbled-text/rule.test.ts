import { testRule } from '@preflag/testing/rule-tester';
import { garbledTextPlant } from './plant.ts';
import { garbledText } from './rule.ts';

testRule(garbledText, {
  plant: garbledTextPlant,
  valid: [
    {
      name: 'letters with accents side by side',
      example: { files: { 'a.csv': 'a,b\nNÃO,Â pied\nCHÂTEAU,naïveté à l’âge\n«â» £5,º ª ©\n' } },
    },
    { name: 'Cyrillic and Greek', example: { files: { 'a.csv': 'a,b\nПривет,Ελλάδα\n' } } },
  ],
  invalid: [
    {
      name: 'quotes, an unreadable byte and a pound',
      example: { files: { 'a.csv': 'a,b\nItâ€™s,caf\uFFFD\nÂ£5,x\n' } },
      findings: [
        { messageId: 'garbled', message: "The text 'Itâ€™s' holds letters that a wrong encoding made" },
        { messageId: 'garbled', at: { kind: 'cell', range: 'B2' } },
        { messageId: 'garbled', at: { kind: 'cell', range: 'A3' } },
      ],
    },
    {
      name: 'a NUL, and a garbled header',
      example: { files: { 'a.csv': 'id,GrÃ¶ÃŸe\n1,a\0b\n' } },
      findings: [
        { messageId: 'garbled', at: { kind: 'cell', range: 'B1' } },
        { messageId: 'control', certainty: 'likely', at: { kind: 'cell', range: 'B2' } },
      ],
    },
    {
      name: 'a second byte order mark',
      example: { files: { 'a.csv': '\uFEFF\uFEFFid,name\n1,x\n' } },
      findings: [{ messageId: 'mark', certainty: 'likely', message: "The header 'id' begins with an invisible byte order mark" }],
    },
  ],
});
