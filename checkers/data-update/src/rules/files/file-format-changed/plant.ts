import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

const CSV = 'id,name,city\r\n1,Zoë,Rome\r\n2,Jörg,Oslo\r\n';

export const fileFormatChangedPlant: Plant = definePlant({
  rule: 'data-update/file-format-changed',
  clean: () => ({
    files: { 'people.csv': CSV },
    beside: { 'before/people.csv': CSV },
    job: { deliverables: [{ path: 'people.csv', update: { before: 'before/people.csv', key: 'id' } }] },
  }),
  ways: {
    'semicolons for commas': (clean) => plant(clean, (text) => text.replaceAll(',', ';'), 'delimiter'),
    'other line ends': (clean) => plant(clean, (text) => text.replaceAll('\r\n', '\n'), 'lineEnd'),
    'a byte order mark': (clean) => plant(clean, (text) => `\uFEFF${text}`, 'mark'),
  },
});

function plant(
  clean: Parameters<Plant['ways'][string]>[0],
  edit: (text: string) => string,
  messageId: string,
): ReturnType<Plant['ways'][string]> {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
  const text = path === undefined ? '' : textOf(clean, path);
  return path === undefined || edit(text) === text
    ? undefined
    : { example: withFile(clean, path, edit(text)), findings: [{ messageId, file: path }] };
}
