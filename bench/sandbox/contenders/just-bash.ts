import type { Json } from '@preflag/core';
import { disposing, type Made } from './contender.ts';
import type { Peers } from './peers.ts';

/** The part of just-bash 3.4.2 that is used. */
interface JustBash {
  readonly Bash: new (options: { readonly javascript: true; readonly files: Readonly<Record<string, string>> }) => {
    exec(command: string): Promise<{ readonly stdout: string; readonly stderr: string; readonly exitCode: number }>;
  };
}

/** A new shell with files of its own per run, and in it `js-exec`, its QuickJS. */
export async function justBash(peers: Peers): Promise<Made> {
  const name = 'just-bash js-exec 3.4.2';
  const loaded = await peers.load('just-bash');
  if ('obstacle' in loaded) return { name, ...loaded };
  const { Bash } = loaded.exports as JustBash;
  return {
    name,
    wall: 'an interpreter in WebAssembly in this process',
    async run(expression, argument) {
      const script = `console.log(JSON.stringify((${expression})(JSON.parse(require('fs').readFileSync('/in.json', 'utf8')))))`;
      const bash = new Bash({ javascript: true, files: { '/run.js': script, '/in.json': JSON.stringify(argument) } });
      const { stdout, stderr, exitCode } = await bash.exec('js-exec /run.js');
      if (exitCode !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as Json;
    },
    ...disposing(() => undefined),
  };
}
