import { textOf, withFile, type Example, type Plant } from '@preflag/testing';

/** A json file of messages and its translation: one message, or several by key. From English. */
export function messagePair(
  source: string | Readonly<Record<string, string>>,
  target: string | Readonly<Record<string, string>>,
  language = 'de',
  more: object = {},
): Example {
  const fileOf = (text: string | Readonly<Record<string, string>>): string =>
    `${JSON.stringify(typeof text === 'string' ? { text } : text, null, 2)}\n`;
  return pairOf({ 'app.json': fileOf(target) }, { 'en.json': fileOf(source) }, language, more);
}

/** A markdown document and its translation. From English. */
export function documentPair(source: string, target: string, language = 'de', more: object = {}): Example {
  return pairOf({ 'b.md': `${target}\n` }, { 'a.md': `${source}\n` }, language, more);
}

/** A way to plant: edits the text of the translation of any example. There is no room where that changes nothing. */
export function plantInTranslation(messageId: string, edit: (text: string) => string): Plant['ways'][string] {
  return (example) => {
    const deliverable = example.job?.deliverables.find((one) => 'source' in one && 'path' in one);
    const file = deliverable && 'path' in deliverable ? String(deliverable.path) : '';
    if (!/\.(?:md|json)$/.test(file) || example.files[file] === undefined) return undefined;
    const text = textOf(example, file);
    const edited = edit(text);
    return edited === text ? undefined : { example: withFile(example, file, edited), findings: [{ messageId, file }] };
  };
}

/** A localisation file that is delivered, with the file that it was translated from where it needs one. From English. */
export function catalogExample(
  path: string,
  text: string,
  language = 'de',
  source?: { readonly path: string; readonly text: string },
): Example {
  return {
    files: { [path]: text },
    ...(source && { beside: { [source.path]: source.text } }),
    job: {
      deliverables: [
        { path, type: 'translation', language, ...(source && { source: source.path }) },
        ...(source ? [{ path: source.path, language: 'en', optional: true }] : []),
      ],
      ...(source && { inputs: [source.path] }),
    },
  };
}

/** A po file with its header; each entry is written as it stands in the file. */
export function poExample(
  entries: readonly string[],
  {
    language = 'de',
    header = 'de',
    plurals = 2,
    formula = '(n != 1)',
  }: { readonly language?: string; readonly header?: string; readonly plurals?: number; readonly formula?: string } = {},
): Example {
  const lines = [`Language: ${header}`, `Plural-Forms: nplurals=${plurals}; plural=${formula};`].map((line) => `"${line}\\n"`);
  return catalogExample('messages.po', `${['msgid ""', 'msgstr ""', ...lines].join('\n')}\n\n${entries.join('\n\n')}\n`, language);
}

/** An srt file and its translation; each cue is `seconds-seconds text`. */
export function subtitleExample(source: readonly string[], target: readonly string[], language = 'de'): Example {
  return catalogExample('film.srt', srtOf(target), language, { path: 'film.en.srt', text: srtOf(source) });
}

function srtOf(cues: readonly string[]): string {
  return cues
    .map((cue, index) => {
      const [, start = '', end = '', text = ''] = /^([\d.]+)-([\d.]+) (.*)$/su.exec(cue) ?? [];
      return `${index + 1}\n${timeOf(Number(start))} --> ${timeOf(Number(end))}\n${text}\n\n`;
    })
    .join('');
}

/** `00:00:01,500` of 1.5. */
function timeOf(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23).replace('.', ',');
}

/** A way to plant: edits the text of a delivered localisation file. There is no room where that changes nothing. */
export function plantInCatalog(messageId: string, extension: string, edit: (text: string) => string): Plant['ways'][string] {
  return (example) => {
    const file = Object.keys(example.files).find((name) => name.endsWith(extension));
    if (file === undefined) return undefined;
    const text = textOf(example, file);
    const edited = edit(text);
    return edited === text ? undefined : { example: withFile(example, file, edited), findings: [{ messageId, file }] };
  };
}

function pairOf(files: Record<string, string>, beside: Record<string, string>, language: string, more: object): Example {
  const [path = '', source = ''] = [files, beside].map((all) => Object.keys(all)[0]);
  return {
    files,
    beside,
    job: {
      deliverables: [
        { path, type: 'translation', source, language, ...more },
        { path: source, language: 'en', optional: true },
      ],
      inputs: [source],
    },
  };
}
