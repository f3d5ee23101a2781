import { LLMock } from '@copilotkit/aimock';
import { applyDiff, OpenAIProvider, Runner, tool } from '@openai/agents';
import { Manifest, SandboxAgent, type SandboxSession } from '@openai/agents/sandbox';
import { messageOf } from '@preflag/core';
import { requireCommandJail } from '@preflag/sandbox';
import { asSandboxSession, codeTool, createSandbox, type AgentsSession, type Sandbox } from 'preflag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const obstacle = await requireCommandJail().then(() => undefined, messageOf);
if (obstacle !== undefined) process.stderr.write(`Commands of a session are not tested: ${obstacle}\n`);

let sandbox: Sandbox;
let session: AgentsSession<Manifest>;
beforeEach(async () => {
  sandbox = await createSandbox();
  session = asSandboxSession(sandbox, { manifest: new Manifest({ environment: { GREETING: 'hello' } }), applyDiff });
  return () => sandbox[Symbol.asyncDispose]();
});

const mock = new LLMock({ port: 0 });
beforeAll(() => mock.start());
// It waits for connections that fetch keeps open, which nobody else needs to.
afterAll(() => void mock.stop());

const call = (name: string, args: object): { readonly name: string; readonly arguments: string } => ({
  name,
  arguments: JSON.stringify(args),
});

/** By Responses a patch is no function's call but an item of its own, which the mock cannot make. */
const PATCH = '*** Begin Patch\n*** Update File: total.txt\n@@\n-2000\n+2,000 EUR\n*** Add File: report.md\n+# Sales\n*** End Patch';

describe.skipIf(obstacle !== undefined).each([false, true])('a SandboxAgent of @openai/agents (Responses: %s)', (useResponses) => {
  it('reads, runs and writes files', async () => {
    // Checked with the tests: the session is one of theirs.
    const theirs: SandboxSession = session;
    await sandbox.files.write('data/sales.csv', 'Region,Revenue\nNorth,1200\nSouth,800\n');
    const runCode = codeTool(sandbox);
    const agent = new SandboxAgent({
      name: 'analyst',
      model: 'gpt-test',
      instructions: 'Sum up the sales.',
      defaultManifest: new Manifest({
        environment: { GREETING: 'hello' },
        entries: { notes: { type: 'dir', children: { 'terms.txt': { type: 'file', content: 'Revenue: in EUR\n' } } } },
      }),
      tools: [
        tool({
          name: 'run_code',
          description: runCode.description,
          parameters: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'], additionalProperties: true },
          strict: false,
          execute: (input) => runCode.execute(input as { code: string }),
        }),
      ],
    });
    const script: readonly object[] = [
      {
        toolCalls: [
          call('exec_command', {
            cmd: 'echo "$GREETING"; cat notes/terms.txt data/sales.csv; wc -l < data/sales.csv > lines.txt; rm notes/terms.txt',
          }),
        ],
      },
      {
        toolCalls: [
          call('run_code', { code: "await preflag.files.write('total.txt', '2000\\n'); export default await preflag.files.list();" }),
        ],
      },
      {
        toolCalls: [
          useResponses
            ? call('exec_command', { cmd: "echo '2,000 EUR' > total.txt; echo '# Sales' > report.md" })
            : call('apply_patch', { patch: PATCH }),
        ],
      },
      { toolCalls: [call('exec_command', { cmd: 'cat total.txt report.md', workdir: '/workspace' })] },
      { content: 'Done.' },
    ];
    let turn = 0;
    mock.reset();
    mock.on({}, () => ({ ...script[turn++] }));
    const modelProvider = new OpenAIProvider({ baseURL: `${mock.url}/v1`, apiKey: 'sk-test', useResponses });
    const runner = new Runner({ modelProvider, tracingDisabled: true });
    const { finalOutput, newItems } = await runner.run(agent, 'Go.', { sandbox: { session: theirs } });
    const outputs = newItems.flatMap((item) => (item.type === 'tool_call_output_item' ? [item.output] : []));
    expect(finalOutput).toBe('Done.');
    expect(outputs).toEqual([
      expect.stringMatching(
        /^Wall time: [\d.]+ seconds\nProcess exited with code 0\nOutput:\nhello\nRevenue: in EUR\nRegion,Revenue\nNorth,1200\nSouth,800$/,
      ),
      { status: 'ok', reason: '', result: ['data/sales.csv', 'lines.txt', 'total.txt'], log: '' },
      expect.stringMatching(useResponses ? /\nOutput:\n$/ : /^Updated total\.txt\.\nCreated report\.md\.$/),
      expect.stringMatching(/\nOutput:\n2,000 EUR\n# Sales$/),
    ]);
    expect(await sandbox.files.list()).toEqual(['data/sales.csv', 'lines.txt', 'report.md', 'total.txt']);
    expect(await sandbox.files.readText('lines.txt')).toBe('3\n');
  });
});

describe.skipIf(obstacle !== undefined)('commands of a session', () => {
  const outputOf = async (cmd: string, more: object = {}): Promise<readonly [string, number | null]> => {
    const { output, exitCode } = await session.exec({ cmd, ...more });
    return [output, exitCode];
  };

  it('keep all that they write, whatever its name, and see it again', async () => {
    await sandbox.files.write('a.txt', 'A');
    await sandbox.files.write('deliver/b.txt', 'B');
    expect(
      await outputOf(
        'pwd; ls -A; mkdir -p .git node_modules/x; echo c > .git/config; echo d > node_modules/x/i.js; echo e > message.md; echo "n  n" > "a b.txt"; rm a.txt; exit 3',
      ),
    ).toEqual(['/workspace\na.txt\ndeliver', 3]);
    expect(await sandbox.files.list()).toEqual(['.git/config', 'a b.txt', 'deliver/b.txt', 'message.md', 'node_modules/x/i.js']);
    expect(await outputOf('find . -type f | sort; cat "a b.txt"')).toEqual([
      './.git/config\n./a b.txt\n./deliver/b.txt\n./message.md\n./node_modules/x/i.js\nn  n',
      0,
    ]);
  });

  it('that replace a file by a folder and a folder by a file', async () => {
    await sandbox.files.write('a', 'file');
    await sandbox.files.write('b/c', 'in a folder');
    expect(await outputOf('rm -r a b; mkdir a; echo 1 > a/x; echo 2 > b')).toEqual(['', 0]);
    expect(await sandbox.files.list()).toEqual(['a/x', 'b']);
  });

  it.each<[string, string, object, readonly [unknown, number | null]]>([
    ['in another folder', 'pwd; cat b.txt', { workdir: 'sub' }, ['/workspace/sub\nB', 0]],
    ['in a folder that is not there', 'pwd', { workdir: 'nowhere' }, [expect.stringContaining('nowhere'), 1]],
    ['of another shell', 'echo $((1 + 2)) ${BASH_VERSION:+bash}', { shell: 'bash' }, ['3 bash', 0]],
    [
      'with words that a shell looks at',
      `printf '%s|' "$0" '$(id)' "it's"; echo; printf 'x\\n' >&2`,
      {},
      [expect.stringMatching(/\|\$\(id\)\|it's\|\nx$|^x\n/), 0],
    ],
    [
      'that print much',
      'seq 1 5000',
      { maxOutputTokens: 10 },
      [expect.stringMatching(/^1\n2\n[^]* characters left out …\]\n[^]*5000$/), 0],
    ],
    [
      'that look for the machine',
      'ls /home /root 2>/dev/null; cat /etc/passwd | head -1',
      {},
      [expect.stringContaining('agent:x:1000'), 0],
    ],
  ])('%s', async (_, cmd, more, expected) => {
    if (cmd.includes('BASH') && (await session.exec({ cmd: 'command -v bash' })).exitCode !== 0) return;
    await sandbox.files.write('sub/b.txt', 'B');
    expect(await outputOf(cmd, more)).toEqual(expected);
    expect(await sandbox.files.list()).toEqual(['sub/b.txt']);
  });

  it('that are ended change nothing, and say so', async () => {
    await sandbox.files.write('a.txt', 'A');
    const short = asSandboxSession(sandbox, { manifest: new Manifest(), applyDiff, commands: { limits: { commandMs: 2500 } } });
    const { output, exitCode } = await short.exec({ cmd: 'echo begun; echo B > a.txt; mkdir deliver; echo C > deliver/c.txt; sleep 60' });
    expect([output, exitCode]).toEqual([
      expect.stringMatching(/^begun\nIt took longer than [\d.]+ m?s\. No change of it was kept: it did not end by itself\.$/),
      null,
    ]);
    expect((await session.exec({ cmd: 'echo B > a.txt; kill -9 $PPID' })).output).toMatch(/No change of it was kept/);
    expect([await sandbox.files.list(), await sandbox.files.readText('a.txt')]).toEqual([['a.txt'], 'A']);
  });

  it('leave links and the like behind, and say so', async () => {
    await sandbox.files.write('a.txt', 'A');
    expect(await outputOf('ln -s a.txt link; ln -s /etc/passwd users; mkfifo pipe; echo B > b.txt')).toEqual([
      expect.stringMatching(/^Not kept: link\. It is a link.*\nNot kept: pipe\. .*named pipe.*\nNot kept: users\. It is a link/),
      0,
    ]);
    expect(await sandbox.files.list()).toEqual(['a.txt', 'b.txt']);
  });

  it('that write more than the sandbox keeps say what is missing', async () => {
    await using small = await createSandbox({ limits: { workspaceBytes: 1000 } });
    const tight = asSandboxSession(small, { manifest: new Manifest(), applyDiff });
    const { output } = await tight.exec({ cmd: 'head -c 900 /dev/zero > a.bin; head -c 900 /dev/zero > b.bin' });
    expect(output).toMatch(/^Not all of it was kept: The files that were written are more than /);
    expect(await small.files.list()).toEqual(['a.bin']);
  });

  it('run one after another', async () => {
    await sandbox.files.write('n.txt', '0');
    await Promise.all([1, 2, 3].map(() => session.exec({ cmd: 'n=$(cat n.txt); sleep 0.1; echo $((n + 1)) > n.txt' })));
    expect(await sandbox.files.readText('n.txt')).toBe('3\n');
  });
});

it.skipIf(obstacle === undefined)('without bubblewrap a command is refused, with what to do', async () => {
  await expect(session.exec({ cmd: 'true' })).rejects.toMatchObject({ code: 'sandbox' });
});

describe('files of a session', () => {
  it('are read, listed and looked for, by absolute paths and by relative ones', async () => {
    await session.materializeEntry({
      path: 'in',
      entry: {
        type: 'dir',
        children: {
          'a.txt': { type: 'file', content: 'Größe' },
          b: { type: 'dir', children: { c: { type: 'file', content: new Uint8Array([1, 2, 3]) } } },
        },
      },
    });
    expect(await sandbox.files.list()).toEqual(['in/a.txt', 'in/b/c']);
    expect(Buffer.from(await session.readFile({ path: '/workspace/in/a.txt' })).toString()).toBe('Größe');
    expect(await session.readFile({ path: 'in/b/c', maxBytes: 2 })).toEqual(new Uint8Array([1, 2]));
    expect(await session.listDir({ path: '/workspace/' })).toEqual([{ name: 'in', path: 'in', type: 'dir' }]);
    expect(await session.listDir({ path: 'in' })).toEqual([
      { name: 'a.txt', path: 'in/a.txt', type: 'file' },
      { name: 'b', path: 'in/b', type: 'dir' },
    ]);
    const places = ['', 'in', '/workspace/in/b/', 'in/a.txt', 'in/x'];
    expect(await Promise.all(places.map((path) => session.pathExists(path)))).toEqual([true, true, true, true, false]);
    expect(await Promise.all(places.map((path) => session.directoryExists(path)))).toEqual([true, true, true, false, false]);
  });

  it('are shown when they are images', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    await sandbox.files.write('a.png', png);
    await sandbox.files.write('a.txt', 'no image');
    expect(await session.viewImage({ path: 'a.png' })).toEqual({
      type: 'image',
      image: { data: new Uint8Array(png), mediaType: 'image/png' },
    });
    await expect(session.viewImage({ path: 'a.txt' })).rejects.toThrow(/Unsupported image format/);
    await expect(session.viewImage({ path: 'b.png' })).rejects.toThrow(/not found/);
  });

  it('are edited by patches', async () => {
    const editor = session.createEditor();
    await sandbox.files.write('a.txt', 'one\ntwo\n');
    await sandbox.files.write('b.bin', new Uint8Array([0xff, 0xfe, 0x00]));
    await editor.updateFile({ path: '/workspace/a.txt', diff: '@@\n one\n-two\n+three\n', moveTo: 'moved/a.txt' });
    await editor.updateFile({ path: 'b.bin', diff: '', moveTo: 'c.bin' });
    await editor.createFile({ path: 'new.txt', diff: '+new\n' });
    expect(await sandbox.files.list()).toEqual(['c.bin', 'moved/a.txt', 'new.txt']);
    expect([await sandbox.files.readText('moved/a.txt'), await sandbox.files.read('c.bin')]).toEqual([
      'one\nthree\n',
      new Uint8Array([0xff, 0xfe, 0x00]),
    ]);
    await expect(editor.updateFile({ path: 'c.bin', diff: '@@\n-a\n+b\n' })).rejects.toThrow(/no text in UTF-8/);
    await editor.deleteFile({ path: 'new.txt' });
    expect(['a', '/workspace/a', '/etc/a', '../a', '.'].map((path) => editor.canAccessPathForEdit(path))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('refused', () => {
  it.each<[string, () => unknown, string, RegExp]>([
    ['a path that leaves the workspace', () => session.readFile({ path: '../a' }), 'path', /leaves the workspace/],
    ['a path of the machine', () => session.readFile({ path: '/etc/passwd' }), 'path', /absolute/],
    ['another user', () => session.readFile({ path: 'a', runAs: 'root' }), 'usage', /one user/],
    ['a command of another user', () => session.exec({ cmd: 'id', runAs: 'root' }), 'usage', /one user/],
    ['a terminal', () => session.exec({ cmd: 'top', tty: true }), 'usage', /no terminal/],
    ['a folder that is not there', () => session.listDir({ path: 'x' }), 'path', /no folder/],
    [
      'a file of the machine in the manifest',
      () => session.materializeEntry({ path: 'a', entry: { type: 'local_file' } }),
      'usage',
      /'local_file'/,
    ],
  ])('%s', async (_, attempt, code, message) => {
    await expect(attempt()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('manifests that it cannot keep', () => {
    const make = (init: ConstructorParameters<typeof Manifest>[0]) => () =>
      asSandboxSession(sandbox, { manifest: new Manifest(init), applyDiff });
    expect(make({ root: '/home/agent' })).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringContaining("'/workspace'") }),
    );
    expect(make({ entries: { 'a.txt': { type: 'file', content: 'A' } } })).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringContaining("'a.txt'") }),
    );
  });
});
