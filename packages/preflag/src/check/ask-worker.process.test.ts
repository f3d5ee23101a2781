import { DEFAULT_LIMITS } from '@preflag/core';
import { permissionFlags, sourceCondition } from '@preflag/supervisor';
import { describe, expect, it } from 'vitest';
import { askWorker } from './ask-worker.ts';
import { isResponse, type Answer } from './messages.ts';
import { createWorkers } from './workers.ts';

const ENTRY = new URL('../../tests/stray-worker.ts', import.meta.url);

async function ask(root: string): Promise<{ end: string | undefined; answers: readonly string[] }> {
  await using pool = createWorkers({ entry: ENTRY, execArgv: [...sourceCondition(), ...permissionFlags(ENTRY)], check: isResponse });
  const answers: Answer[] = [];
  const end = await askWorker(
    { type: 'collect', root, limits: DEFAULT_LIMITS },
    { pool, ms: 5_000, onAnswer: (answer) => void answers.push(answer) },
  );
  return { end: end?.reason, answers: answers.map(({ type }) => type) };
}

describe('askWorker', () => {
  it('takes a whole answer', async () => {
    expect(await ask('fine')).toEqual({ end: undefined, answers: ['collected'] });
  });

  it.each([
    ['stray done', 'protocol'],
    ['no number', 'protocol'],
    ['unknown type', 'protocol'],
    ['exits', 'crashed'],
  ])('never takes an answer to something else for done: %s', async (root, reason) => {
    expect((await ask(root)).end).toBe(reason);
  });

  it('asks a worker again after it is done', async () => {
    await using pool = createWorkers({ entry: ENTRY, execArgv: [...sourceCondition(), ...permissionFlags(ENTRY)], check: isResponse });
    const seen: string[] = [];
    for (const root of ['one', 'two', 'three']) {
      await askWorker(
        { type: 'collect', root, limits: DEFAULT_LIMITS },
        { pool, ms: 5_000, onAnswer: ({ type }) => void seen.push(`${root} ${type}`) },
      );
    }
    expect(seen).toEqual(['one collected', 'two collected', 'three collected']);
  });
});
