import { text } from 'node:stream/consumers';
import { startJailed } from './start-jailed.ts';
import { explainHere, type JailObstacle, missingParts } from './try-jail.ts';

const MB = 1024 * 1024;

/** Runs `true` in a jail for commands, which takes 10 to 100 ms; as another user, when root names one. `undefined`: it works. */
export async function tryCommandJail(user?: number): Promise<JailObstacle | undefined> {
  const missing = missingParts();
  if (missing) return missing;
  const tried = startJailed({
    argv: ['true'],
    jail: { read: new Map(), write: new Map(), scratch: ['/tmp'], scratchBytes: MB, env: { PATH: '/usr/bin:/bin' }, cwd: '/' },
    hasInput: false,
    ...(user !== undefined && { user }),
  });
  const said = tried.stderr ? await text(tried.stderr) : '';
  const { isStarted, exitCode, failure } = await tried.end;
  return isStarted && exitCode === 0 ? undefined : explainHere(failure ?? said);
}
