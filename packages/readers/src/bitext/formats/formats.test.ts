import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { readCatalogCase, shownCatalog } from '../../../tests/catalog-of.ts';
import { readCatalogs } from '../read-catalog.ts';

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

describe('po', () => {
  it('reads header, contexts, plurals, flags, notes, continued lines and escapes', async () => {
    const text = lines(
      '# Translators',
      'msgid ""',
      'msgstr ""',
      String.raw`"Language: ru\n"`,
      String.raw`"X-Source-Language: en\n"`,
      String.raw`"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\n"`,
      '',
      '#. Shown on the button',
      '#, c-format, fuzzy',
      'msgctxt "menu"',
      String.raw`msgid "Save \"%s\"\n"`,
      '"now"',
      String.raw`msgstr "Сохранить \"%s\""`,
      '',
      '#, c-format',
      'msgid "One file"',
      'msgid_plural "%d files"',
      'msgstr[0] "%d файл"',
      'msgstr[1] "%d файла"',
      'msgstr[2] "%d файлов"',
      'msgid "Empty"',
      'msgstr ""',
      '',
      '#~| msgid "Older"',
      '#~ msgid "Old"',
      '#~ msgstr "Старый"',
    );
    expect(await shownCatalog({ name: 'ru.po', text })).toMatchInlineSnapshot(`
      "en → ru
      source en by the header X-Source-Language
      target ru by the header Language
      target ru by the name of the file
      [menu › Save "%s"
      now] 11:"Save \\"%s\\"\\nnow" → 13:"Сохранить \\"%s\\"" · state {"name":"fuzzy","isUnfinished":true} · notes ["Shown on the button"] · hasPrintf true · hasBraces false
      [One file [0]] 17:"%d files" → 18:"%d файл" · plural {"of":"One file","form":"0"} · hasPrintf true · hasBraces false
      [One file [1]] 17:"%d files" → 19:"%d файла" · plural {"of":"One file","form":"1"} · hasPrintf true · hasBraces false
      [One file [2]] 17:"%d files" → 20:"%d файлов" · plural {"of":"One file","form":"2"} · hasPrintf true · hasBraces false
      [Empty] 21:"Empty" → 22:"" · hasBraces false"
    `);
  });

  it('takes the plural for the only form of a language, and places keys at the whole of their line', async () => {
    const text = lines(
      'msgid ""',
      'msgstr "Language: ja\\n"',
      '',
      'msgid "One item left"',
      'msgid_plural "{count} items left"',
      'msgstr[0] "残り{count}件"',
      'msgid "Sort"',
      'msgstr "並べ替え"',
      'msgid "Sort"',
      'msgstr "並べ替え"',
    );
    const result = await readCatalogCase({ name: 'ja.po', text });
    const bitext = result.ok ? result.model : undefined;
    expect(bitext?.segments.map(({ source, target }) => [source, target])).toEqual([
      ['{count} items left', '残り{count}件'],
      ['Sort', '並べ替え'],
      ['Sort', '並べ替え'],
    ]);
    expect(bitext?.catalog?.duplicates.map(({ at }) => at)).toEqual([
      { kind: 'text', start: { line: 9, column: 1 }, end: { line: 9, column: 13 } },
    ]);
  });

  it('says what is broken, and goes on', async () => {
    const text = lines(
      'msgid "a"',
      'msgstr "not closed',
      '',
      'msgid "b"',
      '',
      'msgid "c"',
      'msgid_plural "cs"',
      'msgstr[0] "x"',
      'hello',
      '"stray"',
      '',
      'msgid "a"',
      String.raw`msgstr "twice \q"`,
    );
    expect(await shownCatalog({ name: 'messages.de.po', text })).toMatchInlineSnapshot(`
      "en → de
      target de by the name of the file
      [a] 1:"a" → 2:"not closed"
      [c [0]] 6:"c" → 8:"xstray" · plural {"of":"c","form":"0"}
      [a #2] 12:"a" → 13:"twice \\\\q"
      problem 2: openQuote {"key":"a"}
      problem 4: translationMissing {"key":"b"}
      problem 9: badLine {"key":"hello"}
      problem 13: badEscape {"key":"a","text":"\\\\q"}
      problem 1: headerMissing {"what":"the entry with an empty msgid"}
      twice 12: a, first 1"
    `);
  });

  it('compares with a template', async () => {
    const header = lines('msgid ""', 'msgstr ""', String.raw`"Language: de\n"`, '');
    const template = lines('msgid ""', 'msgstr ""', '', 'msgid "Open"', 'msgstr ""', '', 'msgid "Close"', 'msgstr ""');
    const text = header + lines('msgid "Open"', 'msgstr "Öffnen"');
    expect(await shownCatalog({ name: 'de.po', text, source: { name: 'app.pot', text: template } })).toMatchInlineSnapshot(`
      "en → de
      target de by the header Language
      target de by the name of the file
      [Open] 4:"Open" → 6:"Öffnen"
      [Close] 7:"Close" → -:-"
    `);
    expect(await shownCatalog({ name: 'app.pot', text: template })).toMatchInlineSnapshot(
      `"unsupported: It is a template without translations, so there is nothing to compare."`,
    );
  });
});

describe('xliff', () => {
  it('reads 1.2 with inline codes, states, limits, notes and what is not to be translated', async () => {
    const text = lines(
      '<?xml version="1.0"?>',
      '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
      '<file original="a.html" source-language="en" target-language="de" datatype="html"><body>',
      '<group translate="no"><trans-unit id="0"><source>Acme</source><target>Acme</target></trans-unit></group>',
      '<trans-unit id="1" maxwidth="20" size-unit="char">',
      '<source>Click <g id="1">here<x id="2"/></g> &lt;now&gt;</source>',
      '<target state="needs-review-translation">Klicken Sie <g id="1">hier<x id="2"/></g></target>',
      '<note>A button</note>',
      '<alt-trans><target>Nein</target></alt-trans>',
      '</trans-unit>',
      '<trans-unit id="2" approved="no"><source>Bold <bpt id="1">&lt;b&gt;</bpt>x<ept id="1">&lt;/b&gt;</ept> <mrk mtype="term">term</mrk></source><target>Fett</target></trans-unit>',
      '<trans-unit id="3"><source>No target</source></trans-unit>',
      '<trans-unit><source>No id</source><target/></trans-unit>',
      '<trans-unit id="3"><source>Again</source><target>Wieder</target></trans-unit>',
      '</body></file>',
      '<file original="b.html" source-language="en" target-language="de"><body><trans-unit id="1"><source>B</source><target>B</target></trans-unit></body></file>',
      '</xliff>',
    );
    expect(await shownCatalog({ name: 'a.xlf', text })).toMatchInlineSnapshot(`
      "en → de
      source en by the source language in the file
      target de by the attribute target-language
      source en by the source language in the file
      target de by the attribute target-language
      [1] 6:"Click <g id=\\"1\\">here<x id=\\"2\\"/></g> <now>" → 7:"Klicken Sie <g id=\\"1\\">hier<x id=\\"2\\"/></g>" · state {"name":"needs-review-translation","isUnfinished":true} · notes ["A button"] · limit {"max":20,"unit":"characters"} · prose "Klicken Sie __________hier_______________"
      [2] 11:"Bold <bpt id=\\"1\\"/>x<ept id=\\"1\\"/> term" → 11:"Fett" · state {"name":"approved=\\"no\\"","isUnfinished":true} · prose "Fett"
      [3] 12:"No target" → -:-
      [unit at line 13] 13:"No id" → 13:""
      [3 #2] 14:"Again" → 14:"Wieder"
      [b.html › 1] 16:"B" → 16:"B"
      problem 13: idMissing {"what":"<trans-unit>"}
      twice 14: 3, first 12"
    `);
  });

  it('reads 2.0 with segments', async () => {
    const text = lines(
      '<xliff version="2.0" srcLang="en" trgLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0">',
      '<file id="f"><unit id="u1" slr:sizeRestriction="0,30"><notes><note>Careful</note></notes>',
      '<originalData><data id="d1">&lt;br/&gt;</data></originalData>',
      '<segment id="s1" state="initial"><source>One <ph id="1" dataRef="d1"/> <pc id="2">two</pc>.</source><target>Un <ph id="1" dataRef="d1"/> <pc id="2">deux</pc>.</target></segment>',
      '<ignorable><source> </source></ignorable>',
      '<segment><source>Three<cp hex="0009"/>.</source><target>Trois.</target></segment>',
      '</unit><unit id="u2" translate="no"><segment><source>X</source></segment></unit></file></xliff>',
    );
    expect(await shownCatalog({ name: 'a.xlf', text })).toMatchInlineSnapshot(`
      "en → fr
      source en by the source language in the file
      target fr by the attribute trgLang
      [u1 › s1] 4:"One <ph id=\\"1\\"/> <pc id=\\"2\\">two</pc>." → 4:"Un <ph id=\\"1\\"/> <pc id=\\"2\\">deux</pc>." · state {"name":"initial","isUnfinished":true} · notes ["Careful"] · limit {"max":30,"unit":"characters"} · prose "Un ____________ ___________deux_____."
      [u1 › 2] 6:"Three\\t." → 6:"Trois." · notes ["Careful"] · limit {"max":30,"unit":"characters"}"
    `);
  });

  it('takes a file without a target and a language to translate into for a template', async () => {
    const file = (attributes: string): string =>
      `<xliff version="1.2"><file source-language="en"${attributes}><body><trans-unit id="a"><source>Open</source></trans-unit></body></file></xliff>`;
    expect(await shownCatalog({ name: 'messages.xlf', text: file('') })).toBe(
      'unsupported: It is a template without translations, so there is nothing to compare.',
    );
    expect(await shownCatalog({ name: 'messages.de.xlf', text: file(' target-language="de"') })).toContain('[a] 1:"Open" → -:-');
  });

  it('keeps what stands before an error', async () => {
    const start =
      '<xliff version="1.2"><file source-language="en" target-language="de"><body>\n<trans-unit id="1"><source>A</source><target>B</target></trans-unit>\n';
    expect(await shownCatalog({ name: 'a.xlf', text: `${start}<trans-unit id="2"><source>A</target></trans-unit>` }))
      .toMatchInlineSnapshot(`
      "en → de
      source en by the source language in the file
      target de by the attribute target-language
      [1] 2:"A" → 2:"B"
      corrupt: The file is not well-formed XML at line 3: unexpected close tag."
    `);
    expect(await shownCatalog({ name: 'a.xlf', text: `${start}<trans-unit id="2"><source>A` })).toMatchInlineSnapshot(`
      "en → de
      source en by the source language in the file
      target de by the attribute target-language
      [1] 2:"A" → 2:"B"
      corrupt: The file is not well-formed XML at line 3: unclosed tag: source."
    `);
  });
});

describe('tmx', () => {
  const memory = lines(
    '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    '<tmx version="1.4"><header srclang="en"/><body>',
    '<tu tuid="a"><tuv xml:lang="en"><seg>Hello <ph x="1">{1}</ph></seg></tuv>',
    '<tuv xml:lang="de-DE"><seg>Hallo <ph x="1">{1}</ph></seg></tuv><tuv xml:lang="fr"><seg>Bonjour</seg></tuv></tu>',
    '<tu><tuv xml:lang="en"><seg>Bye</seg></tuv><tuv xml:lang="fr"><seg>Au revoir</seg></tuv></tu>',
    '<tu><tuv xml:lang="de-DE"><seg>Allein</seg></tuv></tu>',
    '</body></tmx>',
  );
  it('reads the language that is asked for', async () => {
    expect(await shownCatalog({ name: 'a.tmx', text: memory, languages: { target: 'de' } })).toMatchInlineSnapshot(`
      "en → de
      source en by srclang
      target de-DE by the <tuv> of the units
      [a] 3:"Hello <ph/>" → 4:"Hallo <ph/>" · prose "Hallo _____"
      [2] 5:"Bye" → -:-
      problem 6: sourceMissing {"key":3}"
    `);
  });
  it('reads all languages', async () => {
    expect(await shownCatalog({ name: 'a.tmx', text: memory })).toMatchInlineSnapshot(`
      "en → ?
      source en by srclang
      [a › de-DE] 3:"Hello <ph/>" → 4:"Hallo <ph/>" · language "de-DE" · prose "Hallo _____"
      [a › fr] 3:"Hello <ph/>" → 4:"Bonjour" · language "fr" · prose "Bonjour"
      [2 › de-DE] 5:"Bye" → -:- · language "de-DE"
      [2 › fr] 5:"Bye" → 5:"Au revoir" · language "fr"
      problem 6: sourceMissing {"key":3}"
    `);
  });
});

describe('files of one language', () => {
  it('reads android resources beside their source', async () => {
    const source = lines(
      '<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">',
      '<string name="app" translatable="false">Acme</string>',
      '<string name="hi">Hi <xliff:g id="name" example="Ann">%1$s</xliff:g>, it\\\'s <b>new</b></string>',
      '<plurals name="files"><item quantity="one">%d file</item><item quantity="other">%d files</item></plurals>',
      '<string-array name="days"><item>Monday</item><item>Tuesday</item></string-array>',
      '<string name="gone">Gone</string>',
      '</resources>',
    );
    const text = lines(
      '<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">',
      '<string name="hi">Salut <xliff:g id="name">%1$s</xliff:g>, c\'est <b>nouveau</b></string>',
      '<string name="quoted">"l\'un"</string>',
      '<plurals name="files"><item quantity="one">%d fichier</item><item quantity="many">%d de fichiers</item><item quantity="other">%d fichiers</item></plurals>',
      '<string-array name="days"><item>Lundi</item></string-array>',
      '<string name="hi">Encore</string>',
      '</resources>',
    );
    expect(await shownCatalog({ name: 'values-fr/strings.xml', text, source: { name: 'values/strings.xml', text: source } }))
      .toMatchInlineSnapshot(`
        "? → fr
        target fr by the name of the file
        [hi] 3:"Hi %1$s, it's <b>new</b>" → 2:"Salut %1$s, c'est <b>nouveau</b>" · hasPrintf true · prose "Salut %1$s, c'est ___nouveau____"
        [files/one] 4:"%d file" → 4:"%d fichier" · plural {"of":"files","form":"one"} · hasPrintf true
        [files/many] 4:"%d files" → 4:"%d de fichiers" · plural {"of":"files","form":"many"} · hasPrintf true
        [files/other] 4:"%d files" → 4:"%d fichiers" · plural {"of":"files","form":"other"} · hasPrintf true
        [days/1] 5:"Monday" → 5:"Lundi" · hasPrintf true
        [days/2] 5:"Tuesday" → -:- · hasPrintf true
        [gone] 6:"Gone" → -:- · hasPrintf true
        [quoted] -:- → 3:"l'un" · hasPrintf true
        [hi #2] 3:"Hi %1$s, it's <b>new</b>" → 6:"Encore" · hasPrintf true · prose "Encore"
        problem 2: apostrophe {"key":"hi"}
        twice 6: hi, first 2"
      `);
  });

  it('reads properties', async () => {
    const text = lines('# note', 'a.b = Hallo \\', '   Welt', 'c:\\u00dc', 'bad=x\\u12', 'a.b=again', '\\u0041 key');
    expect(
      await shownCatalog({ name: 'app_de.properties', text, source: { name: 'app.properties', text: 'a.b=Hello\nc=Over\nd=Missing' } }),
    ).toMatchInlineSnapshot(`
      "? → de
      target de by the name of the file
      [a.b] 1:"Hello" → 2:"Hallo Welt" · notes ["note"]
      [c] 2:"Over" → 4:"Ü"
      [d] 3:"Missing" → -:-
      [bad] -:- → 5:"xu12"
      [a.b #2] 1:"Hello" → 6:"again"
      [A] -:- → 7:"key"
      problem 5: badEscape {"key":"bad","text":"\\\\u12"}
      twice 6: a.b, first 2"
    `);
    expect(await shownCatalog({ name: 'latin.properties', text: Buffer.from('a=\u00fc', 'latin1') })).toMatchInlineSnapshot(`
      "? → ?
      [a] -:- → 1:"ü""
    `);
  });

  it('tells the language of a source that does not name it', async () => {
    const text = lines(
      'open = Open the list of the files that are in this folder',
      'close = Close the file and go back to the list that it was in',
      'sort = Sort the files by the day on which they were made',
    );
    const target = lines('open = Die Dateien in diesem Ordner anzeigen', 'close = Schließen', 'sort = Nach dem Tag sortieren');
    const given = { name: 'app_iw.properties', text: target, source: { name: 'app.properties', text } };
    expect((await shownCatalog(given)).split('\n')[0]).toBe('en → he');
    expect((await shownCatalog({ ...given, source: { ...given.source, text: 'open = Open' } })).split('\n')[0]).toBe('? → he');
  });

  it('says that a strings file was compiled', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'app.strings');
    await writeFile(path, 'bplist00\u00db\u0001', 'latin1');
    const result = await readCatalogs({ target: { file: 'app.strings', path, type: 'ios-strings' } }, { limits: DEFAULT_LIMITS });
    expect(result.ok || result.failure.text).toMatch(/^It is a compiled property list/);
  });

  it('reads strings of Apple', async () => {
    const text = lines(
      '/* The title */',
      '"title" = "Mein \\"Titel\\"";',
      'bare = "x"',
      '"a" = ;',
      '"b" "c";',
      '"title" = "2";',
      '"end" = "not closed',
    );
    expect(
      await shownCatalog({
        name: 'de.lproj/Localizable.strings',
        text,
        source: { name: 'en.lproj/Localizable.strings', text: '"title" = "My title";' },
      }),
    ).toMatchInlineSnapshot(`
      "en → de
      target de by the name of the file
      source en by the source source/en.lproj/Localizable.strings
      [title] 1:"My title" → 2:"Mein \\"Titel\\"" · notes ["The title"] · hasPrintf true
      [bare] -:- → 3:"x" · hasPrintf true
      [title #2] 1:"My title" → 6:"2" · hasPrintf true
      problem 3: semicolonMissing {"key":"bare"}
      problem 4: openQuote {"key":"a"}
      problem 5: openQuote {"key":"b"}
      problem 7: openQuote {"key":"end"}
      twice 6: title, first 2"
    `);
  });

  it('reads string catalogues of Xcode, which hold all languages', async () => {
    const unit = (value: string, state = 'translated'): object => ({ stringUnit: { state, value } });
    const text = JSON.stringify({
      sourceLanguage: 'en',
      version: '1.0',
      strings: {
        Hello: { comment: 'Greeting', localizations: { de: unit('Hallo', 'needs_review') } },
        Acme: { shouldTranslate: false },
        'n files': {
          localizations: {
            en: { variations: { plural: { one: unit('%lld file'), other: unit('%lld files') } } },
            de: { variations: { plural: { one: unit('%lld Datei'), other: unit('%lld Dateien') } } },
          },
        },
        Late: { localizations: {} },
      },
    });
    expect(await shownCatalog({ name: 'Localizable.xcstrings', text })).toMatchInlineSnapshot(`
      "en → de
      source en by sourceLanguage
      target de by the localizations
      [Hello] /strings/Hello:"Hello" → /strings/Hello/localizations/de/stringUnit/value:"Hallo" · state {"name":"needs_review","isUnfinished":true} · notes ["Greeting"] · hasPrintf true
      [n files › one] /strings/n files/localizations/en/variations/plural/one/stringUnit/value:"%lld file" → /strings/n files/localizations/de/variations/plural/one/stringUnit/value:"%lld Datei" · state {"name":"translated","isUnfinished":false} · plural {"of":"n files","form":"one"} · hasPrintf true
      [n files › other] /strings/n files/localizations/en/variations/plural/other/stringUnit/value:"%lld files" → /strings/n files/localizations/de/variations/plural/other/stringUnit/value:"%lld Dateien" · state {"name":"translated","isUnfinished":false} · plural {"of":"n files","form":"other"} · hasPrintf true
      [Late] /strings/Late:"Late" → -:- · hasPrintf true"
    `);
    expect(await shownCatalog({ name: 'Localizable.xcstrings', text, languages: { target: 'fr' } })).toMatchInlineSnapshot(`
      "en → fr
      source en by sourceLanguage
      target fr by the localizations
      [Hello] /strings/Hello:"Hello" → -:- · notes ["Greeting"] · hasPrintf true
      [n files] /strings/n files/localizations/en/variations/plural/other/stringUnit/value:"%lld files" → -:- · hasPrintf true
      [Late] /strings/Late:"Late" → -:- · hasPrintf true"
    `);
  });
});

describe('subtitles', () => {
  const srt = (...cues: [string, string][]): string =>
    cues.map(([time, text], index) => `${index + 1}\r\n${time}\r\n${text}\r\n\r\n`).join('');
  it('pairs cues by order, else by time', async () => {
    const source = srt(
      ['00:00:01,000 --> 00:00:02,000', 'One'],
      ['00:00:03,000 --> 00:00:04,500', '<i>Two</i>\r\nlines'],
      ['00:00:05,000 --> 00:00:06,000', 'Three'],
    );
    const same = srt(
      ['00:00:01,000 --> 00:00:02,000', 'Eins'],
      ['00:00:03,000 --> 00:00:04,500', 'Zwei'],
      ['00:00:05,000 --> 00:00:06,000', 'Drei'],
    );
    const fewer = srt(['00:00:01,000 --> 00:00:02,000', 'Eins'], ['00:00:05,000 --> 00:00:06,000', 'Drei']);
    expect(await shownCatalog({ name: 'film.de.srt', text: same, source: { name: 'film.en.srt', text: source } })).toMatchInlineSnapshot(`
      "en → de
      target de by the name of the file
      source en by the source source/film.en.srt
      [cue 1] 3:"One" → 3:"Eins" · cue {"start":1000,"end":2000} · sourceCue {"start":1000,"end":2000}
      [cue 2] 7:"<i>Two</i>\\nlines" → 7:"Zwei" · cue {"start":3000,"end":4500} · sourceCue {"start":3000,"end":4500}
      [cue 3] 12:"Three" → 11:"Drei" · cue {"start":5000,"end":6000} · sourceCue {"start":5000,"end":6000}"
    `);
    expect(await shownCatalog({ name: 'film.de.srt', text: fewer, source: { name: 'film.en.srt', text: source } })).toMatchInlineSnapshot(`
      "en → de
      target de by the name of the file
      source en by the source source/film.en.srt
      [cue 1] 3:"One" → 3:"Eins" · cue {"start":1000,"end":2000} · sourceCue {"start":1000,"end":2000}
      [cue 2] 7:"<i>Two</i>\\nlines" → -:- · likely · sourceCue {"start":3000,"end":4500}
      [cue 3] 12:"Three" → 7:"Drei" · cue {"start":5000,"end":6000} · sourceCue {"start":5000,"end":6000}"
    `);
  });

  it('says what is broken', async () => {
    const text =
      'WEBVTT\n\nNOTE a note\n\nintro\n00:01.000 --> 00:02.000 align:start\nHi\n\n00:03,000 --> 00:04,000\nComma\n\nno times\nat all\n\nxx --> yy\nBad';
    expect(await shownCatalog({ name: 'a.vtt', text })).toMatchInlineSnapshot(`
      "? → ?
      [cue 1] -:- → 7:"Hi" · cue {"start":1000,"end":2000}
      [cue 2] -:- → 10:"Comma" · cue {"start":3000,"end":4000}
      [cue 3] -:- → 16:"Bad"
      problem 9: timeSign {"key":2,"sign":"comma","expected":"point"}
      problem 12: timesMissing {"text":"no times"}
      problem 15: badTimes {"key":3,"text":"xx --> yy"}"
    `);
  });
});
