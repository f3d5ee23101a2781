import { docxOf, runExample, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { messagePair } from '../../../pair-plants.ts';
import { untranslatedSegmentPlant } from './plant.ts';
import { untranslatedSegment } from './rule.ts';

function pair(source: string, target: string, language = 'de', more: object = {}): Example {
  return {
    files: { 'b.md': `${target}\n` },
    beside: { 'a.md': `---\nlang: en\n---\n\n${source}\n` },
    job: {
      deliverables: [
        { path: 'b.md', type: 'translation', source: 'a.md', language, ...more },
        { path: 'a.md', language: 'en', optional: true },
      ],
    },
  };
}

const LONG =
  'The office that counts the leases of the town says that the rents have risen more than they did in the years before the crisis.';

testRule(untranslatedSegment, {
  plant: untranslatedSegmentPlant,
  valid: [
    { name: 'three words in a file of which little is known', example: messagePair('No commands found', 'No commands found', 'ja') },
    {
      name: 'the words of a plural message',
      example: messagePair(
        '{count, plural, one {# other file in the big folder} other {# other files in the big folder}}',
        '{count, plural, one {बड़े फ़ोल्डर में # और फ़ाइल} other {बड़े फ़ोल्डर में # और फ़ाइलें}}',
        'hi',
      ),
    },
    {
      name: 'names',
      example: pair('Boston Consulting Group, McKinsey and Company, Bain', 'Boston Consulting Group, McKinsey and Company, Bain'),
    },
    {
      name: 'addresses, numbers and code',
      example: pair(
        'See https://a.example/the-whole-story-of-it `npm run the whole test suite` 3.5',
        'See https://a.example/the-whole-story-of-it `npm run the whole test suite` 3.5',
      ),
    },
    {
      name: 'references',
      example: pair(
        '## References\n\nSmith, J. (2020). The rise of rents in the south of the land.',
        '## References\n\nSmith, J. (2020). The rise of rents in the south of the land.',
      ),
    },
    {
      name: 'terms that stay',
      example: pair('Use the big green start button of preflag.', 'Use the big green start button of preflag.', 'de', {
        doNotTranslate: ['Use the big green start button'],
      }),
    },
    {
      name: 'one word that is the same',
      example: pair('# Information\n\n- Software\n- Hotel Alpha', '# Information\n\n- Software\n- Hotel Alpha'),
    },
    {
      name: 'how a command is called',
      example: messagePair(
        { a: 'usage: foo [-a] [--name=NAME] big small FILE', b: 'foo set-url [--push] <name> <new url> <old url>', c: 'Name' },
        { a: 'usage: foo [-a] [--name=NAME] big small FILE', b: 'foo set-url [--push] <Name> <neue Adresse> <alte Adresse>', c: 'Name' },
      ),
    },
    {
      name: 'labels that languages keep, names, commands and what they take',
      example: messagePair(
        { a: 'Status', b: 'Apple Pay', c: 'delete', d: 'FILE', e: 'Login', f: 'Add Gizmo', g: 'Save.csv', h: 'Usage: sort' },
        { a: 'Status', b: 'Apple Pay', c: 'delete', d: 'FILE', e: 'Login', f: 'Add Gizmo', g: 'Save.csv', h: 'Usage: sort' },
      ),
    },
    { name: 'a word that the language has borrowed', example: messagePair('Password', 'Password', 'it') },
    { name: 'a list item in documents', example: pair('- Cancel', '- Cancel') },
    {
      name: 'a translation into Greek with Latin names',
      example: pair(LONG, 'Η Deutsche Bank ανακοίνωσε ότι τα ενοίκια αυξήθηκαν.', 'el'),
    },
  ],
  invalid: [
    ...['Cancel', 'Save changes', 'Sign In', 'Edit Dashboard', 'Add gizmo', 'Forgot password?', 'Delete {name}'].map((label) => ({
      name: `the label ${label}`,
      example: messagePair(label, label),
      findings: [{ messageId: 'label', certainty: 'likely' as const }],
    })),
    {
      name: 'a heading of one word',
      example: pair('# Summary\n\nThe rent rose.', '# Summary\n\nDie Miete stieg.'),
      findings: [{ messageId: 'label' }],
    },
    {
      name: 'three words in a file of Japanese',
      example: messagePair(
        { ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, `File ${index}`])), none: 'No commands found' },
        { ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, `ファイル ${index}`])), none: 'No commands found' },
        'ja',
      ),
      findings: [{ messageId: 'short', certainty: 'likely' }],
    },
    {
      name: 'a plural message',
      example: messagePair(
        '{n, plural, one {This is one file in the folder} other {These are files in the folder}}',
        '{n, plural, one {This is one file in the folder} other {These are files in the folder}}',
      ),
      findings: [{ messageId: 'identical', certainty: 'certain' }],
    },
    {
      name: 'a paragraph and a short item',
      example: pair(`${LONG}\n\n- How to pay rent\n- Rents`, `${LONG}\n\n- How to pay rent\n- Mieten`),
      findings: [
        { messageId: 'identical', certainty: 'certain', excerpt: 'The office that counts' },
        { messageId: 'short', certainty: 'likely', excerpt: 'How to pay rent' },
      ],
    },
    {
      name: 'what an option does',
      example: messagePair(
        '  --deep  wait until the dump can run without trouble',
        '  --deep  wait until the dump can run without trouble',
      ),
      findings: [{ messageId: 'identical', certainty: 'certain' }],
    },
    {
      name: 'English where Greek was asked for',
      example: pair('The rents rose most in the south of the town.', 'In the southern part of town the rents increased most.', 'el'),
      findings: [
        {
          messageId: 'script',
          message: "'In the southern part of town the rents increased most.' has no letter of the script in which Greek is written",
        },
      ],
    },
    {
      name: 'English in other words, in a Word document',
      example: async () => ({
        files: {
          'b.docx': await docxOf([
            '# Mieten',
            'According to the office that counts them, the rents of the town have risen faster than they did before the crisis began.',
          ]),
        },
        beside: { 'a.docx': await docxOf(['# Rents', LONG]) },
        job: {
          deliverables: [
            { path: 'b.docx', type: 'translation', source: 'a.docx', language: 'de' },
            { path: 'a.docx', language: 'en', optional: true },
          ],
        },
      }),
      findings: [{ messageId: 'language', certainty: 'likely', excerpt: 'According to the office' }],
    },
  ],
});

it('does not compare two kinds of English', async () => {
  const { checks, findings } = await runExample([untranslatedSegment], pair(LONG, LONG, 'en-US'));
  expect([findings, checks[0]?.reason?.code]).toEqual([[], 'language']);
});
