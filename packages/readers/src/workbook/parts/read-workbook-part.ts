import type { Archive } from '../../archive/archive.ts';
import { ReadError } from '../../archive/read-error.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { isSpreadsheetNamespace } from '../cells/part-feeder.ts';
import type { DefinedName, Sheet } from '../model.ts';
import type { CalculationSettings } from '../parts-model.ts';

/** A sheet as the workbook part lists it. */
interface SheetEntry {
  readonly name: string;
  readonly state: Sheet['state'];
  /** The id of the relationship to its part. */
  readonly relationship: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  readonly calculation: CalculationSettings;
  /** The ids of the relationships to other workbooks, in the order of their numbers, and to pivot caches. */
  readonly externalReferences: readonly string[];
  readonly pivotCaches: readonly string[];
}

/** Reads the main part of a workbook. @throws ReadError when it is damaged, or is no workbook */
export async function readWorkbookPart(archive: Archive, part: XmlPart): Promise<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  const names: { readonly element: XmlElement; text: string }[] = [];
  let date1904 = false;
  let open: { readonly element: XmlElement; text: string } | undefined;
  let calculation: CalculationSettings = { mode: 'auto', iterate: false };
  const externalReferences: string[] = [];
  const pivotCaches: string[] = [];
  let isRoot = true;
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        if (isRoot && (element.local !== 'workbook' || !isSpreadsheetNamespace(element.uri))) throw notAWorkbook(part.part);
        isRoot = false;
        if (!isSpreadsheetNamespace(element.uri)) return;
        if (element.local === 'sheet') sheets.push(sheetOf(element));
        else if (element.local === 'workbookPr') date1904 = isOn(element.attribute('date1904'));
        else if (element.local === 'calcPr') calculation = calculationOf(element);
        else if (element.local === 'externalReference') externalReferences.push(element.attribute('id', '*') ?? '');
        else if (element.local === 'pivotCache') pivotCaches.push(element.attribute('id', '*') ?? '');
        else if (element.local === 'definedName') names.push((open = { element, text: '' }));
      },
      text(piece) {
        if (open) open.text += piece;
      },
      close(element) {
        if (element.local === 'definedName') open = undefined;
      },
    },
    part,
  );
  return {
    sheets,
    date1904,
    calculation,
    externalReferences,
    pivotCaches,
    names: names.map(({ element, text }) => nameOf(element, text, sheets)),
  };
}

export function notAWorkbook(part: string): ReadError {
  return new ReadError({
    kind: 'unsupported',
    text: `The package is no xlsx workbook: its main part is ${part}. Save it as xlsx.`,
    place: { kind: 'part', name: part },
  });
}

function sheetOf(element: XmlElement): SheetEntry {
  const state = element.attribute('state');
  return {
    name: element.attribute('name') ?? '',
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    relationship: element.attribute('id', '*') ?? '',
  };
}

function calculationOf(element: XmlElement): CalculationSettings {
  const mode = element.attribute('calcMode');
  return { mode: mode === 'manual' || mode === 'autoNoTable' ? mode : 'auto', iterate: isOn(element.attribute('iterate')) };
}

function nameOf(element: XmlElement, text: string, sheets: readonly SheetEntry[]): DefinedName {
  const scope = element.attribute('localSheetId');
  const sheet = scope === undefined ? undefined : sheets[Number(scope)]?.name;
  return {
    name: element.attribute('name') ?? '',
    refersTo: text.trim(),
    ...(sheet !== undefined && { sheet }),
    hidden: isOn(element.attribute('hidden')),
  };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
