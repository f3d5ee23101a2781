import { writeSync } from 'node:fs';
import { serve } from '@preflag/supervisor/child';

/** The descriptor of the channel. */
const CHANNEL = 3;

/** Stands for a worker that hostile code has taken over: the code of the run is, in Base64, what it says on its channel. */
serve<{ readonly type: string; readonly codeBytes: number }>(({ type, codeBytes }, body) => {
  if (type !== 'run') return;
  const bytes = Buffer.from(Buffer.from(body.subarray(0, codeBytes)).toString(), 'base64');
  for (let start = 0; start < bytes.length;) start += write(bytes.subarray(start));
});

/** The parent may not have read what was written before. */
function write(bytes: Uint8Array): number {
  try {
    return writeSync(CHANNEL, bytes);
  } catch {
    return 0;
  }
}
