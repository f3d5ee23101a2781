import { bytesOf, definePlant, editWorkbook, withFile, workbookOf, type Example, type Plant, type Planted } from '@preflag/testing';

export const missingSheetPlant: Plant = definePlant({
  rule: 'spreadsheet/missing-sheet',
  clean: async () => ({
    files: {
      'pack.xlsx': await workbookOf({
        Overview: [
          ['Region', 'Revenue'],
          ['North', 1200],
        ],
        Detail: [
          ['Id', 'Region', 'Revenue'],
          [1, 'North', 1200],
        ],
      }),
    },
    job: { deliverables: [{ path: 'pack.xlsx', type: 'spreadsheet', sheets: ['Overview', { name: 'Detail' }] }] },
  }),
  ways: {
    'another name': (clean) => plant(clean, 'missing', (sheet) => (sheet.name = 'Zz1')),
    'a name with something more': (clean) => plant(clean, 'similar', (sheet) => (sheet.name = `${sheet.name} (2)`)),
    hidden: (clean) => plant(clean, 'hidden', (sheet) => (sheet.state = 'hidden')),
  },
});

async function plant(
  clean: Example,
  messageId: string,
  change: (sheet: { name: string; state: string }) => void,
): Promise<Planted | undefined> {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.xlsx'));
  const asked = clean.job?.deliverables.flatMap((deliverable) =>
    'sheets' in deliverable && Array.isArray(deliverable.sheets) ? (deliverable.sheets as (string | { name: string })[]) : [],
  );
  const name = asked?.map((sheet) => (typeof sheet === 'string' ? sheet : sheet.name)).at(-1);
  if (path === undefined || name === undefined) return undefined;
  const bytes = await editWorkbook(bytesOf(clean, path), (workbook) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet || name.length < 4) return false;
    change(sheet);
    return true;
  });
  return bytes && { example: withFile(clean, path, bytes), findings: [{ messageId, file: path }] };
}
