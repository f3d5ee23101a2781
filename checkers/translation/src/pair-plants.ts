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
