import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, test } from 'vitest';
import { readCatalogCase } from '../../../tests/catalog-of.ts';

const FILES: Readonly<Record<string, string>> = {
  'a.po':
    'msgid ""\nmsgstr "Language: de\\n"\n\n#, fuzzy\nmsgctxt "c"\nmsgid "One"\nmsgid_plural "More"\nmsgstr[0] "Eins"\nmsgstr[1] "Mehr"\n',
  'a.xlf':
    '<?xml version="1.0"?><xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="1"><source>A<x id="1"/></source><target state="new">B</target></trans-unit></body></file></xliff>',
  'a.tmx':
    '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="de"><seg>B</seg></tuv></tu></body></tmx>',
  'strings.xml':
    '<resources><string name="a">It\\\'s <b>x</b></string><plurals name="p"><item quantity="one">1</item></plurals></resources>',
  'a.strings': '/* c */ "key" = "va\\"lue"; // d\n"b" = "c";',
  'a.properties': '# c\na = b \\\n  c\nd:\\u00e4\n',
  'a.xcstrings': '{"sourceLanguage":"en","strings":{"A":{"localizations":{"de":{"stringUnit":{"state":"new","value":"B"}}}}}}',
  'a.srt': '1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:00:03,000 --> 00:00:04,000\nHo\n',
  'a.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n',
};

test.each(Object.entries(FILES))('%s cut off anywhere is read or refused, never thrown', async (name, text) => {
  for (let length = 1; length < text.length; length += 3) {
    const result = await readCatalogCase({ name, text: text.slice(0, length) });
    expect(result.ok ? 'The file was read.' : result.failure.text).toMatch(/\.$/);
  }
});

const ENTITIES = `<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><xliff version="1.2"><file><body><trans-unit id="1"><source>&b;</source></trans-unit></body></file></xliff>`;

test.each<[string, string, string, object]>([
  ['elements in each other', 'a.xlf', `<xliff version="1.2">${'<group>'.repeat(1e5)}`, { kind: 'limit', limit: 'xmlDepth' }],
  [
    'codes in each other',
    'a.xlf',
    `<xliff version="1.2"><file><body><trans-unit id="1"><source>${'<g id="1">'.repeat(1e5)}`,
    { kind: 'limit' },
  ],
  ['an entity bomb', 'a.xlf', `<?xml version="1.0"?>${ENTITIES}`, { kind: 'corrupt', text: expect.stringContaining('DOCTYPE') }],
  [
    'variations in each other',
    'a.xcstrings',
    `{"sourceLanguage":"en","strings":${'{"variations":'.repeat(1e5)}`,
    { kind: 'limit', limit: 'jsonDepth' },
  ],
])('%s are refused', async (_name, name, text, failure) => {
  expect(await readCatalogCase({ name, text })).toMatchObject({ ok: false, failure });
});

test.each(Object.keys(FILES))('a line of a megabyte in %s is read in one pass', async (name) => {
  const long = 'x\\" '.repeat(250_000);
  const text = `${FILES[name]}\n${name.endsWith('.po') ? `msgid "${long}"\nmsgstr "${long}"` : long}`;
  expect(await readCatalogCase({ name, text })).toHaveProperty('ok');
});

test.each(['a.strings', 'a.po'])('millions of escapes in %s are read', async (name) => {
  const escapes = '\\\\'.repeat(3_000_000);
  const text = name === 'a.po' ? `msgid "${escapes}"\nmsgstr "x"\n` : `"a" = "${escapes}";`;
  const result = await readCatalogCase({ name, text });
  expect(result.ok && result.model.segments.length).toBe(1);
});

test('a file beyond the limit is not read', async () => {
  const text = `msgid "${'x'.repeat(5000)}"\nmsgstr ""`;
  expect(await readCatalogCase({ name: 'a.po', text, limits: { ...DEFAULT_LIMITS, textBytes: 4096 } })).toMatchObject({
    failure: { kind: 'limit', limit: 'textBytes' },
  });
});
