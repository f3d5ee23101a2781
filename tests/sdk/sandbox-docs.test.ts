import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { messageOf } from '@preflag/core';
import { requireCommandJail } from '@preflag/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../lib/cli.ts';

const obstacle = await requireCommandJail().then(() => undefined, messageOf);
if (obstacle !== undefined) process.stderr.write(`Examples with commands are not run: ${obstacle}\n`);

const DOCS = readFileSync(join(ROOT, 'docs/sandbox.md'), 'utf8');
const [EMBEDDING = ''] = /^## Embedding\n.*?(?=^## )/ms.exec(DOCS) ?? [];

interface Example {
  readonly title: string;
  readonly code: string;
}

const EXAMPLES: readonly Example[] = EMBEDDING.split(/^(?=##)/m).flatMap((section) => {
  const title = /^#+ (.*)/.exec(section)?.[1] ?? '';
  return [...section.matchAll(/^```ts\n(.*?)^```/gms)].map((match) => ({ title, code: match[1] ?? '' }));
});

const FILES: Readonly<Record<string, string>> = {
  'total.ts': `export function agent(values: readonly unknown[]): number {
  let total = 0;
  for (const value of values) {
    if (typeof value !== 'number') throw new TypeError(String(value) + ' is no number');
    total += value;
  }
  return total;
}
`,
  'job.yaml': 'version: 1\nid: note\nbrief: Write a note.\ndeliverables: [note.md]\n',
  'agent.ts':
    "export const agent = async (task, { files, deliver }) => { await files.write('note.md', '# Note\\n\\nAll is well.\\n'); await deliver('note.md'); };\n",
  'agent.sh': "mkdir deliver; printf '# Note\\n\\nAll is well.\\n' > deliver/note.md\n",
};

/** What the text of the page leaves to the reader. */
const MODEL = `import { MockLanguageModelV4 } from 'ai/test';
const usage = { inputTokens: { total: 1 }, outputTokens: { total: 1 } } as never;
const code = "export default (await preflag.files.readText('sales.csv')).match(/\\\\d+/g).reduce((sum, n) => sum + Number(n), 0);";
const model = new MockLanguageModelV4({
  doGenerate: async ({ prompt }) => {
    const [answer] = prompt.flatMap(({ role, content }) => (role === 'tool' ? content : []));
    return answer
      ? { content: [{ type: 'text', text: String(answer.output.value.result) }], finishReason: { unified: 'stop' }, usage, warnings: [] }
      : { content: [{ type: 'tool-call', toolCallId: '1', toolName: 'run_code', input: JSON.stringify({ code }) }], finishReason: { unified: 'tool-calls' }, usage, warnings: [] };
  },
});
`;

const call = (name: string, args: object): object => ({ toolCalls: [{ name, arguments: JSON.stringify(args) }] });
const ANSWERS: Readonly<Record<string, readonly object[]>> = {
  Agents: [
    call('write_file', { path: 'note.md', content: '# Note\n\nAll is well.\n' }),
    call('deliver', { path: 'note.md' }),
    { content: 'Done.' },
  ],
  'A session for `@openai/agents`': [call('exec_command', { cmd: 'sort -t, -k2n -o sales.csv sales.csv' }), { content: 'Done.' }],
};

const mock = new LLMock({ port: 0 });
let folder = '';
beforeAll(async () => {
  await mock.start();
  folder = await mkdtemp(join(ROOT, 'tests/sdk/.example-'));
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
});
afterAll(async () => {
  // It waits for connections that fetch keeps open, which nobody else needs to.
  void mock.stop();
  await rm(folder, { recursive: true, force: true });
});

async function runExample({ title, code }: Example): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const answers = ANSWERS[title] ?? [];
  let turn = 0;
  mock.reset();
  mock.on({}, () => ({ ...answers[turn++] }));
  const file = join(folder, 'example.ts');
  await writeFile(file, /^ {2}model,$/m.test(code) ? `${MODEL}${code}` : code);
  const env = {
    PATH: process.env['PATH'],
    OPENAI_BASE_URL: `${mock.url}/v1`,
    OPENAI_API_KEY: 'sk-test',
    OPENAI_AGENTS_DISABLE_TRACING: '1',
  };
  const child = spawn(process.execPath, ['--conditions=@preflag/source', file], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr };
}

/** The lines that the arrows promise. */
function promised(code: string): readonly string[] {
  return [...code.matchAll(/\/\/ → (.*)$/gm)].flatMap((match) => (match[1] ?? '').split(' → '));
}

describe('the examples of docs/sandbox.md', () => {
  it('are there', () => {
    expect(EXAMPLES.map(({ title }) => title)).toEqual([
      'Embedding',
      'A file with imports',
      'Capabilities',
      'Events',
      'Journal and replay',
      'A question to a person',
      'Agents',
      'A tool for the AI SDK',
      'A session for `@openai/agents`',
    ]);
  });

  it.each(EXAMPLES)('$title', async (example) => {
    if (obstacle !== undefined && /agents\.command|asSandboxSession/.test(example.code)) return;
    const lines = promised(example.code);
    expect(lines.length).toBeGreaterThan(0);
    expect(await runExample(example)).toEqual({ stdout: `${lines.join('\n')}\n`, stderr: '' });
  });
});
