import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { serve } from '@preflag/supervisor/child';

/** A child that does what its parent asks, however bad. */
serve<{ do: string; text?: string }>(async ({ do: action, text }, body, reply) => {
  if (action === 'echo') reply({ echo: text ?? '' }, body);
  if (action === 'loop') for (;;);
  if (action === 'allocate') {
    const kept: Uint8Array[] = [];
    for (;;) kept.push(new Uint8Array(8 * 1024 * 1024).fill(kept.length));
  }
  if (action === 'heap') {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => `item ${index}`));
  }
  if (action === 'fork' || action === 'daemon') {
    const child = spawn('/bin/sleep', ['1000'], { stdio: 'ignore', detached: action === 'daemon' });
    reply({ echo: String(child.pid) });
  }
  if (action === 'exit') process.exit(Number(text));
  if (action === 'throw') throw new Error(text);
  if (action === 'flood') {
    for (let line = 0; line < 50_000; line += 1) writeSync(1, `line ${line} of standard output\n`);
    reply({ echo: 'flooded' });
  }
  if (action === 'garbage') writeSync(3, Buffer.from('this is no frame'));
  if (action === 'oversize') writeSync(3, Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1]));
  if (action === 'wrong-header') reply({ verdict: 'pass' });
  if (action === 'environment') reply({ echo: JSON.stringify({ env: Object.keys(process.env), cwd: process.cwd() }) });
});
