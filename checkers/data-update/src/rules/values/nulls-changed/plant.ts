import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

const CSV = 'id,name,phone\n1,Ann,\n2,Bob,555\n3,Cem,\n4,Dora,556\n';

export const nullsChangedPlant: Plant = definePlant({
  rule: 'data-update/nulls-changed',
  clean: () => ({
    files: { 'people.csv': CSV },
    beside: { 'before/people.csv': CSV },
    job: { deliverables: [{ path: 'people.csv', update: { before: 'before/people.csv', key: 'id' } }] },
  }),
  ways: {
    'nan for a blank': (clean) => plant(clean, '1,Ann,', '1,Ann,nan', 'word'),
    'zero for a blank': (clean) => plant(clean, '3,Cem,', '3,Cem,0', 'zero'),
  },
});

function plant(
  clean: Parameters<Plant['ways'][string]>[0],
  line: string,
  changed: string,
  messageId: string,
): ReturnType<Plant['ways'][string]> {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
  const text = path === undefined ? '' : textOf(clean, path);
  if (path === undefined || !text.includes(`${line}\n`)) return undefined;
  return {
    example: withFile(clean, path, text.replace(`${line}\n`, `${changed}\n`)),
    findings: [{ messageId, file: path, at: { kind: 'cell' } }],
  };
}
