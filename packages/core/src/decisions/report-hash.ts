import { createHash } from 'node:crypto';
import type { Report } from '../report/types.ts';

/**
 * Says which report decisions are about: a sha256 of the job, the delivered bytes and what was found in them. It stays the
 * same when the same delivery is checked again, and when the report is masked.
 */
export function reportHash({ job, manifest, findings }: Pick<Report, 'job' | 'manifest' | 'findings'>): string {
  const files = manifest.map(({ path, sha256 }) => [path, sha256]);
  const found = findings.map(({ rule, file, fingerprint }) => [rule, file, fingerprint]);
  return createHash('sha256')
    .update(JSON.stringify([job, files, found]))
    .digest('hex');
}
