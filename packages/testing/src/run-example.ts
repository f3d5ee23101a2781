import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  concerns,
  DEFAULT_LIMITS,
  matchDeliverables,
  runRules,
  ExceptionList,
  FactStore,
  readsKind,
  sealFindings,
  wantedKinds,
  type Check,
  type FileFailure,
  type Finding,
  type Job,
  type Model,
  type RawFinding,
  type Reads,
  type Rule,
  type RuleRun,
  type Target,
} from '@preflag/core';
import { parseJob } from '@preflag/core/job';
import { collectDelivery, deliveryModel, linkFiles, packageModel, readTarget } from '@preflag/readers';
import type { Example, Files } from './example.ts';

export interface ExampleResult {
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
  readonly jobErrors: readonly { readonly pointer: string; readonly text: string }[];
  /** One sentence per model that a rule changed, which it must not. */
  readonly mutations: readonly string[];
}

/** Checks an example in this process: the same readers and engine as the check worker, without its walls. */
export async function runExample(rules: readonly (Rule | RuleRun)[], example: Example): Promise<ExampleResult> {
  const folder = await mkdtemp(join(tmpdir(), 'preflag-example-'));
  try {
    const root = join(folder, 'delivered');
    await writeFiles(root, example.files);
    await writeFiles(folder, example.beside ?? {});
    return await runFolder(
      rules.map((rule) => ('check' in rule ? { rule } : rule)),
      example,
      folder,
      root,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function runFolder(runs: readonly RuleRun[], example: Example, folder: string, root: string): Promise<ExampleResult> {
  const job = example.job ? parseJob(JSON.stringify({ version: 1, id: 'example', ...example.job }), 'example job').job : null;
  const { manifest, skipped } = await collectDelivery(root, DEFAULT_LIMITS);
  const beside = (path: string): string | undefined => (existsSync(join(folder, path)) ? join(folder, path) : undefined);
  const wanted = wantedKinds(runs);
  const collected: Collected = { findings: [], checks: [], jobErrors: [], mutations: [] };
  const failures: FileFailure[] = [];
  const portable: { readonly path: string; readonly facts: Readonly<Record<string, unknown>> }[] = [];
  for (const linked of linkFiles({ root, manifest, job, beside })) {
    const type = manifest.find(({ path }) => path === linked.file.file)?.type ?? 'other';
    const { target, failures: failed } = await readTarget({ ...linked, type, job, wanted });
    failures.push(...failed);
    await runTarget(runs, target, collected);
    const facts = await portableFacts(runs, target);
    if (Object.keys(facts).length > 0) portable.push({ path: linked.file.file, facts });
  }
  const model = deliveryModel({
    manifest: withDeliverables(manifest, job),
    skipped,
    isPartial: false,
    failures,
    ...(example.message !== undefined && { message: example.message }),
    ...(example.end && { end: example.end }),
  });
  await runTarget(
    runs,
    {
      file: '.',
      models: new Map<Reads, Model>([
        ['manifest', model],
        ...(portable.length > 0 ? [['package', packageModel({ paths: manifest.map(({ path }) => path), files: portable })] as const] : []),
      ]),
      absent: new Map(),
      job,
      deliverable: null,
      inputs: new Set(['deliverable', 'siblings', ...(job ? (['job'] as const) : [])]),
    },
    collected,
  );
  return { ...collected, findings: sealFindings(collected.findings, new ExceptionList(job ? { job: job.ignore } : {})) };
}

/** What rules over the facts of all files need of this one, by the ids of the facts. */
async function portableFacts(runs: readonly RuleRun[], { models }: Target): Promise<Readonly<Record<string, unknown>>> {
  const store = new FactStore();
  const wanted = runs.flatMap(({ rule }) => (readsKind(rule, 'package') ? (rule.facts ?? []) : []));
  const facts: Record<string, unknown> = {};
  for (const model of models.values()) {
    const own = wanted.filter((fact) => fact.portable && readsKind(fact, model.kind));
    await store.prepare(model, own);
    for (const fact of own) facts[fact.id] = JSON.parse(JSON.stringify(store.reader(model)(fact)));
  }
  return facts;
}

interface Collected {
  readonly findings: RawFinding[];
  readonly checks: Check[];
  readonly jobErrors: { pointer: string; text: string }[];
  readonly mutations: string[];
}

async function runTarget(runs: readonly RuleRun[], target: Target, collected: Collected): Promise<void> {
  const concerned = runs.filter(({ rule }) => concerns(rule, target));
  const before = snapshot(target);
  for await (const result of runRules(concerned, target)) {
    collected.findings.push(...result.findings);
    collected.checks.push(result.check);
    collected.jobErrors.push(...result.jobErrors);
  }
  if (snapshot(target) !== before) collected.mutations.push(`A rule changed the model of ${target.file}, the job or the deliverable.`);
}

/** The enumerable state of what rules are given; typed arrays and long texts count by what they hold. */
function snapshot({ models, job, deliverable }: Target): string {
  const seen = new WeakSet<object>();
  return JSON.stringify([[...models], job, deliverable], (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    if (value instanceof Map) return [...value];
    if (value instanceof Set) return [...value];
    return value;
  });
}

function withDeliverables(manifest: Awaited<ReturnType<typeof collectDelivery>>['manifest'], job: Job | null): typeof manifest {
  if (!job) return manifest;
  const deliverables = matchDeliverables(
    job,
    manifest.map(({ path }) => path),
  );
  return manifest.map((entry) => ({ ...entry, ...(deliverables.has(entry.path) && { deliverable: deliverables.get(entry.path)!.path }) }));
}
