import { testRule } from '@preflag/testing/rule-tester';
import { catalogExample, poExample } from '../../../pair-plants.ts';
import { unfinishedStatePlant } from './plant.ts';
import { unfinishedState } from './rule.ts';

const first = (attributes: string, target: string): string =>
  `<xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="1"${attributes}><source>Save</source>${target}</trans-unit></body></file></xliff>`;
const second = (state: string): string =>
  `<xliff version="2.0" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="1"><segment state="${state}"><source>Save</source><target>Sichern</target></segment></unit></file></xliff>`;
const xcode = (state: string): string =>
  JSON.stringify({
    sourceLanguage: 'en',
    version: '1.0',
    strings: { Save: { localizations: { de: { stringUnit: { state, value: 'Sichern' } } } } },
  });

testRule(unfinishedState, {
  plant: unfinishedStatePlant,
  valid: [
    { name: 'translated', example: catalogExample('a.xlf', first('', '<target state="translated">Sichern</target>')) },
    { name: 'final', example: catalogExample('a.xlf', second('final')) },
    { name: 'no state at all', example: catalogExample('a.xlf', first('', '<target>Sichern</target>')) },
    { name: 'a fuzzy entry without a translation', example: poExample(['#, fuzzy\nmsgid "Save"\nmsgstr ""', 'msgid "a"\nmsgstr "b"']) },
    { name: 'translated in Xcode', example: catalogExample('a.xcstrings', xcode('translated')) },
  ],
  invalid: [
    {
      name: 'needs a review',
      example: catalogExample('a.xlf', first('', '<target state="needs-review-translation">Sichern</target>')),
      findings: [
        { messageId: 'unfinished', certainty: 'certain', message: "The translation 'Sichern' is marked as needs-review-translation" },
      ],
    },
    { name: 'initial', example: catalogExample('a.xlf', second('initial')), findings: [{ messageId: 'unfinished' }] },
    {
      name: 'needs a review in Xcode',
      example: catalogExample('a.xcstrings', xcode('needs_review')),
      findings: [{ messageId: 'unfinished' }],
    },
    {
      name: 'not approved',
      example: catalogExample('a.xlf', first(' approved="no"', '<target>Sichern</target>')),
      findings: [{ messageId: 'unapproved', certainty: 'hint' }],
    },
  ],
});
