import { addRelationship, definePlant, editParts, workbookOf, type Parts, type Plant, type Planted } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const pivotStalePlant: Plant = definePlant({
  rule: 'spreadsheet/pivot-stale',
  clean: async () => ({ files: { 'sales.xlsx': await pivoted('') } }),
  ways: {
    // exceljs drops the pivot, so the parts are written again over the changed cells.
    'a number that the pivot does not know': (clean) => changed(clean, 'B3', 900),
    'a text that the pivot does not know': (clean) => changed(clean, 'A3', 'West'),
    'a column under another name': (clean) => changed(clean, 'B1', 'Net', 'header'),
  },
});

/** Sales by region, and a pivot that was made from them. */
export async function pivoted(attributes: string, records = 3): Promise<Uint8Array> {
  return withPivot(await workbookOf({ Sales: SALES, Pivot: [['Region', 'Revenue']] }), attributes, records);
}

const SALES = [
  ['Region', 'Revenue'],
  ['North', 10],
  ['South', 20],
  ['East', 5],
] as const;

async function changed(
  clean: Parameters<Plant['ways'][string]>[0],
  address: string,
  value: string | number,
  messageId = 'value',
): Promise<Planted | undefined> {
  const planted = await plantInWorkbook(clean, (workbook) => {
    const sheet = workbook.getWorksheet('Sales');
    if (sheet?.getCell('B4').value !== 5) return undefined;
    sheet.getCell(address).value = value;
    return [{ messageId, at: { kind: 'cell', sheet: 'Sales', range: address } }];
  });
  const path = planted?.findings[0]?.file ?? '';
  const bytes = planted?.example.files[path];
  if (!planted || !(bytes instanceof Uint8Array)) return undefined;
  return { ...planted, example: { ...planted.example, files: { ...planted.example.files, [path]: withPivot(bytes, '', 3) } } };
}

function withPivot(bytes: Uint8Array, attributes: string, records: number): Uint8Array {
  return editParts(bytes, (parts) => addPivot(parts, attributes, records))!;
}

function addPivot(parts: Parts, attributes: string, records: number): void {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  parts['xl/pivotCache/pivotCacheDefinition1.xml'] = `<pivotCacheDefinition xmlns="${main}" recordCount="${records}" ${attributes}>
<cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="Sales"/></cacheSource>
<cacheFields count="2"><cacheField name="Region" numFmtId="0"><sharedItems count="3"><s v="North"/><s v="South"/><s v="East"/></sharedItems></cacheField>
<cacheField name="Revenue" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="5" maxValue="20"/></cacheField></cacheFields></pivotCacheDefinition>`;
  const id = addRelationship(parts, 'xl/workbook.xml', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml');
  parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
    '</workbook>',
    `<pivotCaches><pivotCache xmlns:r="${office}" cacheId="1" r:id="${id}"/></pivotCaches></workbook>`,
  );
}
