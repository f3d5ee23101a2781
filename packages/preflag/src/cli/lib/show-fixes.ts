import { shorten } from '@preflag/core';
import type { FilePlan, FixPlan, PlannedEdit } from '@preflag/fixes/plan';
import { neutralise } from '@preflag/reporters/terminal';
import { type Output } from './output.ts';
import { print } from './print.ts';

/** What `--fix-dry-run` says after the report. */
export async function showPlan(plans: readonly FixPlan[], outputs: readonly Output[]): Promise<void> {
  const files = plans.flatMap((plan) => plan.files);
  const heading =
    files.length === 0 ? 'No finding has a fix that is safe.' : `preflag check … --fix --out DIR would write a copy in which:`;
  await show([heading, ...fileLines(files), ...leftLines(plans.flatMap(({ left }) => left))], outputs);
}

/** What `--fix` says after the report of the copy. */
export async function showFixed(
  { applied, left, out }: { readonly applied: readonly FilePlan[]; readonly left: FixPlan['left']; readonly out: string },
  outputs: readonly Output[],
): Promise<void> {
  const heading =
    applied.length === 0
      ? `Nothing was fixed; the copy in ${out} is the delivery as it was.`
      : `Fixed in the copy in ${out}; each file was read back, and nothing else changed:`;
  await show([heading, ...fileLines(applied), ...leftLines(left)], outputs);
}

/** Beside the report where that is for people; machine formats stay clean. */
async function show(lines: readonly string[], outputs: readonly Output[]): Promise<void> {
  const text = `\n${lines.join('\n')}\n`;
  if (outputs.some(({ format, file }) => file === undefined && format !== 'pretty')) process.stderr.write(text);
  else await print(text);
}

const MOST_LINES = 5;
const LONGEST = 60;

function fileLines(plans: readonly FilePlan[]): readonly string[] {
  return [...Map.groupBy(plans, ({ file }) => file)].flatMap(([file, ofFile]) => {
    const byRule = Map.groupBy(
      ofFile.flatMap(({ edits }) => edits),
      ({ rule }) => rule,
    );
    return [`  ${neutralise(file)}`, ...[...byRule].flatMap(([rule, edits]) => editLines(rule, edits))];
  });
}

function editLines(rule: string, edits: readonly PlannedEdit[]): readonly string[] {
  const shown = edits.slice(0, MOST_LINES).map((edit) => `    ${placeIn(edit)}: ${value(edit.from)} → ${value(edit.to)}  (${rule})`);
  const more = edits.length - MOST_LINES;
  return more > 0 ? [...shown, `    and ${more.toLocaleString('en-US')} more (${rule})`] : shown;
}

function leftLines(left: FixPlan['left']): readonly string[] {
  if (left.length === 0) return [];
  const byReason = Map.groupBy(left, ({ reason }) => reason);
  return [
    'Left to you:',
    ...[...byReason].flatMap(([reason, entries]) => [
      `  ${neutralise(reason)}`,
      ...entries
        .slice(0, MOST_LINES)
        .map(({ edit }) => `    ${neutralise(edit.file)} ${placeIn(edit)}: ${value(edit.from)} → ${value(edit.to)}  (${edit.rule})`),
      ...(entries.length > MOST_LINES ? [`    and ${(entries.length - MOST_LINES).toLocaleString('en-US')} more`] : []),
    ]),
  ];
}

function placeIn({ location }: PlannedEdit): string {
  if (location.kind === 'cell') return neutralise(`${location.sheet}!${location.range}`);
  return location.kind === 'text' ? `${location.start.line}:${location.start.column}` : location.kind;
}

function value(text: string): string {
  return text === '' ? 'nothing' : `“${neutralise(shorten(text, LONGEST))}”`;
}
