import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { concerns, parseRange, parseSheetRange, runRules, type Rule, type RuleResult } from '@preflag/core';
import { detectType, readsOf, readTarget } from '@preflag/readers';
import { checker as dataUpdate } from '../../checkers/data-update/src/index.ts';
import { checker as spreadsheet } from '../../checkers/spreadsheet/src/index.ts';
import { Tally, type Options } from './tally.ts';

const rules: readonly Rule[] = [...spreadsheet.rules, ...dataUpdate.rules];

/**
 * Checks every workbook and table of a folder, and prints per rule how many files have findings. `N_x_answer.xlsx` is checked as an
 * update of `N_x_input.xlsx`; where `answer_position.json` says which range was asked for, findings inside are left out.
 */
export async function runSpreadsheets({ root, files, list, sample }: Options): Promise<void> {
  const tally = new Tally(rules, { list, sample });
  for (const file of files) {
    const path = join(root, file);
    if (!statSync(path).isFile()) continue;
    const type = await detectType(path, file);
    const kind = readsOf(type);
    if (kind !== 'workbook' && kind !== 'table') continue;
    const before = file.replace(/_answer(\.\w+)$/, '_input$1');
    const isUpdate = before !== file && existsSync(join(root, before));
    const { target } = await readTarget({
      file: { file, path },
      type,
      job: null,
      deliverable: null,
      ...(isUpdate && { before: { file: before, path: join(root, before) } }),
      wanted: new Set([kind, 'update']),
    });
    if (!target.models.has(kind)) continue;
    const results: RuleResult[] = [];
    for await (const result of runRules(
      rules.filter((rule) => concerns(rule, target)).map((rule) => ({ rule })),
      target,
    ))
      results.push(result);
    tally.add('all', isUpdate ? results.map((result) => outsideTarget(result, join(root, dirname(file)))) : results);
  }
  tally.print('files');
}

/** Leaves out cells in the range where the change was asked for, which `answer_position.json` beside the file names: `'My sheet'!A2:M10`. */
function outsideTarget(result: RuleResult, folder: string): RuleResult {
  const path = join(folder, 'answer_position.json');
  if (!existsSync(path)) return result;
  const { answer_position: position = '' } = JSON.parse(readFileSync(path, 'utf8')) as { readonly answer_position?: string };
  const targets = position.split(',').flatMap((text) => {
    const placed = parseSheetRange(text.trim());
    const range = placed?.range ?? parseRange(text.trim().replaceAll("'", ''));
    return range ? [{ sheet: placed?.sheet, range }] : [];
  });
  const isInside = ({ location }: RuleResult['findings'][number]): boolean => {
    const at = location.kind === 'cell' ? parseRange(location.range) : undefined;
    return targets.some(
      ({ sheet, range }) =>
        at !== undefined &&
        location.kind === 'cell' &&
        (sheet === undefined || sheet === location.sheet) &&
        at.top >= range.top &&
        at.bottom <= range.bottom &&
        at.left >= range.left &&
        at.right <= range.right,
    );
  };
  return { ...result, findings: result.findings.filter((finding) => !isInside(finding)) };
}
