import { addRelationship, definePlant, editParts, workbookOf, type Parts, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInParts } from '../../../workbook-plants.ts';

export const chartOmitsRowsPlant: Plant = definePlant({
  rule: 'spreadsheet/chart-omits-rows',
  clean: async () => ({ files: { 'months.xlsx': await charted('B2:B13') } }),
  ways: {
    'the last two months are not in the chart': (clean) =>
      plantInParts(clean, (parts) => {
        const chart = parts['xl/charts/chart1.xml'] ?? '';
        if (!chart.includes('$B$2:$B$13')) return undefined;
        parts['xl/charts/chart1.xml'] = chart.replace('$B$2:$B$13', '$B$2:$B$11');
        return [{ messageId: 'omits', at: { kind: 'cell', sheet: 'Months', range: 'B12:B13' } }];
      }),
  },
});

const MONTHS: SheetSpec = [
  ['Month', 'Visitors'],
  ...Array.from({ length: 12 }, (_, index): SheetSpec[number] => [`2025-${String(index + 1).padStart(2, '0')}`, 90 + index * 7]),
];

/** Twelve months, and a chart of some cells of them. */
export async function charted(range: string, more: SheetSpec = []): Promise<Uint8Array> {
  const cells = range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return editParts(await workbookOf({ Months: [...MONTHS, ...more] }), (parts) => addChart(parts, `Months!${cells}`))!;
}

function addChart(parts: Parts, values: string): void {
  const [chartNs, drawingNs] = ['chart', 'spreadsheetDrawing'].map((name) => `http://schemas.openxmlformats.org/drawingml/2006/${name}`);
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  parts['xl/charts/chart1.xml'] =
    `<c:chartSpace xmlns:c="${chartNs}"><c:chart><c:plotArea><c:lineChart><c:ser><c:val><c:numRef><c:f>${values}</c:f></c:numRef></c:val></c:ser></c:lineChart></c:plotArea></c:chart></c:chartSpace>`;
  const chart = addRelationship(parts, 'xl/drawings/drawing1.xml', 'chart', '../charts/chart1.xml');
  const anchor = '<d:from><d:col>3</d:col><d:row>1</d:row></d:from><d:to><d:col>9</d:col><d:row>16</d:row></d:to>';
  parts['xl/drawings/drawing1.xml'] =
    `<d:wsDr xmlns:d="${drawingNs}"><d:twoCellAnchor>${anchor}<d:graphicFrame><c:chart xmlns:c="${chartNs}" xmlns:r="${office}" r:id="${chart}"/></d:graphicFrame></d:twoCellAnchor></d:wsDr>`;
  const drawing = addRelationship(parts, 'xl/worksheets/sheet1.xml', 'drawing', '../drawings/drawing1.xml');
  parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
    '</worksheet>',
    `<drawing xmlns:r="${office}" r:id="${drawing}"/></worksheet>`,
  );
}
