import { testRule } from '@preflag/testing/rule-tester';
import { docxOf, editParts } from '@preflag/testing';
import { generatorPropertiesLeftPlant } from './plant.ts';
import { generatorPropertiesLeft } from './rule.ts';

const by = (author: string) => async (): Promise<{ files: { 'a.docx': Uint8Array } }> => {
  const bytes = editParts(await docxOf(['# Rents']), (parts) => {
    parts['docProps/core.xml'] = (parts['docProps/core.xml'] ?? '').replace('A. Writer', author);
  });
  if (!bytes) throw new Error('The document has no properties.');
  return { files: { 'a.docx': bytes } };
};

testRule(generatorPropertiesLeft, {
  plant: generatorPropertiesLeftPlant,
  valid: [
    { name: 'people with such names', example: by('Claude Monet') },
    { name: 'no author', example: by('') },
  ],
  invalid: [
    {
      name: 'another library',
      example: by('Un-named'),
      findings: [{ messageId: 'author', message: "The author of the file is 'Un-named', the name of a tool", certainty: 'likely' }],
    },
  ],
});
