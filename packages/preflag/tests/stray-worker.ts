/** A worker that gets its answers wrong, in the way that the request's root names. */
import { serve } from '@preflag/supervisor/child';

serve<{ id: number; root: string }>(({ id, root }, _body, reply) => {
  if (root === 'stray done') reply({ type: 'done', id: id - 1 });
  if (root === 'no number') reply({ type: 'done' });
  if (root === 'unknown type') reply({ type: 'verdict', id, verdict: 'pass' });
  if (root === 'exits') process.exit(3);
  reply({ type: 'collected', id, manifest: [], skipped: [] });
  reply({ type: 'done', id });
});
