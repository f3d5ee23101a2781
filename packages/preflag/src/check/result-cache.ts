import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LinkedFile } from '@preflag/readers/links';
import type { ChecksQuestion, ChecksResult } from './ask-checks.ts';
import { codeVersion } from './code-version.ts';

/** How many results are kept; the oldest go first. */
const MOST_ENTRIES = 5_000;

/**
 * Results of checking files, by all that they depend on: the bytes of the file and of those that it is compared with, the job, the rules
 * and their settings, the limits, and the code of preflag. What ended in an error, or met a limit, is never kept. Entries hold evidence
 * from the deliveries: only their owner may read the folder.
 */
export class ResultCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param sha256 of the delivered file */
  async keyOf(question: Extract<ChecksQuestion, { type: 'file' }>, link: LinkedFile, sha256: string): Promise<string> {
    const { before, template, source, data } = link;
    // By what they are for: the same file may be the source of one check and the before-file of another.
    const others = Object.entries({ before: [before], template: [template], source: [source], data });
    const hashes = await Promise.all(
      others.flatMap(([role, files]) => files.flatMap((one) => (one ? [hashOf(one.path).then((hash) => [role, one.file, hash])] : []))),
    );
    const { file, before: _before, template: _template, source: _source, data: _data, ...rest } = question;
    const parts = [await codeVersion(), process.version, process.env['TZ'] ?? '', file.file, sha256, hashes, rest];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  }

  async read(key: string): Promise<ChecksResult | undefined> {
    try {
      const result = JSON.parse(await readFile(join(this.#folder, `${key}.json`), 'utf8')) as ChecksResult;
      return Array.isArray(result.checks) && Array.isArray(result.findings)
        ? { ...result, checks: result.checks.map((check) => ({ ...check, cached: true })) }
        : undefined;
    } catch {
      // Not there, or not whole: the file is checked again.
      return undefined;
    }
  }

  async write(key: string, result: ChecksResult): Promise<void> {
    if (!isKept(result)) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const unfinished = join(this.#folder, `${key}.${process.pid}.tmp`);
    await writeFile(unfinished, JSON.stringify(result), { mode: 0o600 });
    await rename(unfinished, join(this.#folder, `${key}.json`));
  }

  /** Removes the oldest entries above the limit. */
  async prune(): Promise<void> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => /^[0-9a-f]{64}\./.test(name));
    if (names.length <= MOST_ENTRIES) return;
    const entries = await Promise.all(names.map(async (name) => ({ name, time: (await stat(join(this.#folder, name))).mtimeMs })));
    const old = entries.toSorted((a, b) => a.time - b.time).slice(0, names.length - MOST_ENTRIES);
    await Promise.all(old.map(({ name }) => rm(join(this.#folder, name), { force: true })));
  }
}

function isKept({ checks, failures, jobErrors }: ChecksResult): boolean {
  return (
    jobErrors.length === 0 &&
    failures.every(({ kind }) => kind !== 'limit') &&
    checks.every(({ outcome, reason }) => outcome !== 'error' && reason?.code !== 'limit')
  );
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
