import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { expect, it } from 'vitest';
import { preflag, ROOT, temporaryFolder } from '../lib/cli.ts';

/** What the careless agent of the demo does, as code that a model writes: once it is told of mistakes, it mends all that it knows of. */
function codeFor(isTold: boolean): string {
  const source = stripTypeScriptTypes(readFileSync(join(ROOT, 'fixtures/jobs/q3-sales/agents/careless.ts'), 'utf8'));
  const items = [...source.matchAll(/told\.has\('([^']+)'\)/g)].map(([, rule]) => ({ rule }));
  const own = source
    .replace("from 'preflag'", "from 'none'")
    .replace(/^import\s+from 'none';?$/m, '')
    .replace('export const agent', 'const agent');
  return `${own}\nawait agent({ attempt: ${isTold ? 2 : 1}, feedback: ${isTold ? JSON.stringify({ items }) : 'undefined'} }, preflag);`;
}

it('a model does the job of the demo: it fails, is told, and mends', async () => {
  await using folder = await temporaryFolder();
  const model = new LLMock({ port: 0 });
  model.on({}, ({ messages }) => {
    if (messages.some(({ role }) => role === 'tool')) return { content: 'All files are handed in.' };
    const isTold = JSON.stringify(messages).includes('00040');
    return { toolCalls: [{ name: 'run_code', arguments: JSON.stringify({ code: codeFor(isTold) }) }] };
  });
  const url = await model.start();
  const { code, stdout, stderr } = await preflag(
    ['run', 'fixtures/jobs/q3-sales/job.yaml', '--agent', 'model:scripted', '--no-color', '--out', join(folder.path, 'out')],
    { env: { OPENAI_BASE_URL: `${url}/v1`, OPENAI_API_KEY: 'sk-test' } },
  );
  // It waits for connections that the client keeps open, which nobody else needs to.
  void model.stop();
  expect([code, stderr, stdout]).toEqual([
    0,
    '',
    expect.stringMatching(/Attempt 1[^]*The row '00040' is gone[^]*FAIL[^]*Attempt 2[^]*PASS/),
  ]);
});
