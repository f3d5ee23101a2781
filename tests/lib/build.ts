import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** Builds the packages once before the system tests: they run the CLI as users do, and from sources each start would take twice as long. */
export function setup(): void {
  const root = dirname(dirname(import.meta.dirname));
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build', '--', '--output-logs=errors-only'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The packages cannot be built:\n${stdout}${stderr}`);
}
