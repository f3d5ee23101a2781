import { createPool, permissionFlags, sourceCondition } from '@preflag/supervisor';

/** A parent with an idle child and, when it is told to `loop`, one that loops; writes the pids and then has nothing to do. */
const entry = new URL('hostile.ts', import.meta.url);
const pool = createPool({
  entry,
  check: (header): header is unknown => header !== undefined,
  execArgv: [...sourceCondition(), ...permissionFlags(entry)],
});
const child = await pool.take();
const other = await pool.take();
pool.giveBack(other);
if (process.argv[2] === 'loop') child.send({ do: 'loop' });
else pool.giveBack(child);
process.stdout.write(JSON.stringify([child.pid, other.pid]));
