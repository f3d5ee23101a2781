import { join } from 'node:path';
import { matchDeliverables, referencesOf, type Deliverable, type Job, type Manifest } from '@preflag/core';
import { isOwnSource } from '../content-type/readers.ts';
import type { FileSource } from '../source.ts';

export type { FileSource };

/** A delivered file with the files that a rule may compare it with. */
export interface LinkedFile {
  readonly file: FileSource;
  readonly deliverable: Deliverable | null;
  readonly before?: FileSource;
  /** What it was made from; only where there is no file as it was before. */
  readonly template?: FileSource;
  /** The text that it translates: the file itself, where it holds both sides. */
  readonly source?: FileSource;
  /** Files that its figures come from, files that its columns refer to, its glossary and its memories. */
  readonly data: readonly FileSource[];
}

export interface LinkRequest {
  /** The delivered folder on disk. */
  readonly root: string;
  readonly manifest: Manifest;
  readonly job: Job | null;
  /** Finds a file beside the job. */
  readonly beside: (path: string) => string | undefined;
  /** Given by the caller, by delivered path; they go before what the job says. */
  readonly before?: ReadonlyMap<string, FileSource>;
  readonly source?: ReadonlyMap<string, FileSource>;
}

/** Finds for each delivered file its deliverable in the job, its before-file or template, its source and its data. */
export function linkFiles({ root, manifest, job, beside, before, source }: LinkRequest): readonly LinkedFile[] {
  const paths = manifest.map(({ path }) => path);
  const deliverables = job ? matchDeliverables(job, paths) : new Map<string, Deliverable>();
  const delivered = new Set(paths);
  const find = (path: string | undefined): FileSource | undefined => {
    if (path === undefined) return undefined;
    if (delivered.has(path)) return { file: path, path: join(root, path) };
    const full = beside(path);
    return full === undefined ? undefined : { file: path, path: full };
  };
  const findBeside = (path: string | undefined): FileSource | undefined => {
    const full = path === undefined ? undefined : beside(path);
    return full === undefined ? undefined : { file: path!, path: full };
  };
  return manifest.map(({ path, type }) => {
    const file = { file: path, path: join(root, path) };
    const deliverable = deliverables.get(path) ?? null;
    const [beforeFile, sourceFile] = [
      before?.get(path) ?? findBeside(deliverable?.update?.before),
      source?.get(path) ?? find(deliverable?.source) ?? (isOwnSource(type, deliverable?.type === 'translation') ? file : undefined),
    ];
    const template = beforeFile ? undefined : findBeside(deliverable?.template);
    return {
      file,
      deliverable,
      ...(beforeFile && { before: beforeFile }),
      ...(template && { template }),
      ...(sourceFile && { source: sourceFile }),
      data: [
        ...dataOf(deliverable).flatMap((name) => find(name) ?? []),
        ...besideOf(deliverable).flatMap((name) => findBeside(name) ?? []),
      ],
    };
  });
}

function dataOf(deliverable: Deliverable | null): readonly string[] {
  return deliverable ? [...new Set([...(deliverable.data ?? []), ...referencesOf(deliverable).map(({ file }) => file)])] : [];
}

/** What the client gave: a file of that name in the delivery is another one. */
function besideOf(deliverable: Deliverable | null): readonly string[] {
  const glossary = deliverable?.glossary;
  return [...new Set([...(glossary === undefined ? [] : [glossary]), ...(deliverable?.memory ?? [])])];
}
