/**
 * How fast a table is compared with its earlier self, beside daff, and whether what changed outside of a request is found.
 * `node --conditions=@preflag/source bench/update/run.ts [--rounds 5]`: 100,000 × 10 cells by key, with 51 edits, 3 rows gone and 2 that
 * stand twice, in order and shuffled; each contender in a process of its own, in turn.
 * `node --conditions=@preflag/source bench/update/run.ts --tasks FOLDER [--list]`: for each `N_x_answer.xlsx` beside its `N_x_input.xlsx`
 * what differs outside of the range of `answer_position.json`; then changes are planted outside of it, one at a time, and looked for.
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, tasks: { type: 'string' }, list: { type: 'boolean', default: false } },
});
if (values.tasks === undefined) {
  const { compareSpeed } = await import('./speed.ts');
  compareSpeed(Number(values.rounds));
} else {
  const { runTasks } = await import('./tasks.ts');
  await runTasks(values.tasks, values.list);
}
