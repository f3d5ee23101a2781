import { parseRange } from '@preflag/core';
import type { Archive } from '../../archive/archive.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import type { WorkbookTable } from '../parts-model.ts';
import type { PartsDraft } from '../store/parts-draft.ts';
import { unescapeText } from './unescape-text.ts';

type Column = { -readonly [key in keyof WorkbookTable['columns'][number]]: WorkbookTable['columns'][number][key] };

/** Reads a table that a file declares (ECMA-376-1, 18.5.1.2). @throws ReadError when the part is damaged */
export async function readTablePart(archive: Archive, part: XmlPart, draft: PartsDraft): Promise<void> {
  const columns: Column[] = [];
  let table: Omit<WorkbookTable, 'columns'> | undefined;
  let isFormula = false;
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        isFormula = false;
        if (element.local === 'table') {
          const range = parseRange(element.attribute('ref') ?? '');
          if (!range) return;
          table = {
            name: element.attribute('displayName') ?? element.attribute('name') ?? '',
            range,
            headerRows: Number(element.attribute('headerRowCount') ?? 1),
            totalsRows: Number(element.attribute('totalsRowCount') ?? 0),
          };
        } else if (element.local === 'tableColumn') {
          const totalsFunction = element.attribute('totalsRowFunction');
          draft.add(columns, { name: unescapeText(element.attribute('name') ?? ''), ...(totalsFunction && { totalsFunction }) });
        } else if (element.local === 'calculatedColumnFormula') isFormula = true;
      },
      text(piece) {
        const column = columns.at(-1);
        if (isFormula && column) column.formula = (column.formula ?? '') + piece;
      },
      close() {
        isFormula = false;
      },
    },
    part,
  );
  if (table) draft.add(draft.tables, { ...table, columns });
}
