import { bytesOf, editParts, editWorkbook, withFile, type Example, type Parts, type Planted, type PlantedFinding } from '@preflag/testing';
import type { Workbook } from 'exceljs';

/** What a plant says of a finding in a workbook; the file is filled in. */
type FindingInWorkbook = Omit<PlantedFinding, 'file'>;

/** Plants in the first xlsx of an example that has room. `edit` changes the workbook and says what is to be found, or nothing. */
export async function plantInWorkbook(
  clean: Example,
  edit: (workbook: Workbook) => readonly FindingInWorkbook[] | undefined,
): Promise<Planted | undefined> {
  for (const path of Object.keys(clean.files).filter((name) => name.endsWith('.xlsx'))) {
    const findings: FindingInWorkbook[] = [];
    const bytes = await editWorkbook(bytesOf(clean, path), (workbook) => {
      findings.push(...(edit(workbook) ?? []));
      return findings.length > 0;
    });
    if (bytes) return { example: withFile(clean, path, bytes), findings: findings.map((finding) => ({ ...finding, file: path })) };
  }
  return undefined;
}

/** Plants in the parts of the first xlsx that has room, as {@link plantInWorkbook} does. */
export function plantInParts(clean: Example, edit: (parts: Parts) => readonly FindingInWorkbook[] | undefined): Planted | undefined {
  for (const path of Object.keys(clean.files).filter((name) => name.endsWith('.xlsx'))) {
    const findings: FindingInWorkbook[] = [];
    const bytes = editParts(bytesOf(clean, path), (parts) => {
      findings.push(...(edit(parts) ?? []));
      return findings.length > 0;
    });
    if (bytes) return { example: withFile(clean, path, bytes), findings: findings.map((finding) => ({ ...finding, file: path })) };
  }
  return undefined;
}
