/** The entry. Scripts ask for the version all the time: that waits for none of the code of the verbs. */
import { print } from './lib/print.ts';
import { EXIT } from './lib/verb.ts';

// A reader that closes the pipe early (head, less) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.pass : EXIT.incomplete));

const args = process.argv.slice(2);
if (args[0] === '--version' || args[0] === '-v') {
  const { VERSION } = await import('../version.ts');
  await print(`${VERSION}\n`);
} else {
  const { runCli } = await import('./run-cli.ts');
  process.exitCode = await runCli(args);
}
