import { textOf, withFile, type Example, type Planted, type PlantedFinding } from '@preflag/testing';

/** A csv that was changed, and what is to be found in it; the file is filled in. */
export interface PlantedTable {
  readonly text: string;
  readonly findings: readonly Omit<PlantedFinding, 'file'>[];
}

/** Plants in the first csv of an example that has room. `edit` changes the text and says what is to be found, or nothing. */
export function plantInTable(clean: Example, edit: (text: string) => PlantedTable | undefined): Planted | undefined {
  for (const path of Object.keys(clean.files).filter((name) => name.endsWith('.csv'))) {
    const planted = edit(textOf(clean, path));
    if (planted)
      return {
        example: withFile(clean, path, planted.text),
        findings: planted.findings.map((finding) => ({ ...finding, file: path })),
      };
  }
  return undefined;
}

/** Replaces the first place where a text stands; nothing where it does not. */
export function replaceInTable(text: string, from: string, to: string, findings: PlantedTable['findings']): PlantedTable | undefined {
  return text.includes(from) ? { text: text.replace(from, to), findings } : undefined;
}
