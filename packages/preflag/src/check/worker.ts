/** The entry of a check worker: reads files and runs rules under `node --permission`, killed by its parent when it must be. */
import {
  concerns,
  FactStore,
  PreflagError,
  readsKind,
  runRules,
  selectRules,
  wantedKinds,
  type Checker,
  type Fact,
  type Input,
  type Json,
  type LanguageIdentifier,
  type Model,
  type Reads,
  type RuleRun,
  type Target,
} from '@preflag/core';
import { collectDelivery, deliveryModel, packageModel, kindsOf, lateKindsOf, readTarget } from '@preflag/readers/worker';
import { serve } from '@preflag/supervisor/child';
import { demandedRules } from './demanded-rules.ts';
import { loadPlugin, type Plugin } from './load-plugin.ts';
import type { Answer, DeliveryRequest, FileRequest, Request, Response } from './messages.ts';
import { spareCpu } from './worker-v8.ts';

/** Sends an answer, and with it bytes. */
export type Send = (answer: Answer, body?: Uint8Array) => void;

serve<Request>(async (request, _body, reply) => {
  const send: Send = (answer, body) => reply({ ...answer, id: request.id } satisfies Response, body);
  try {
    await answer(request, send);
  } catch (error) {
    if (!PreflagError.isInstance(error) || (error.code !== 'usage' && error.code !== 'rule')) throw error;
    send({ type: 'refused', code: error.code, text: error.message });
    return;
  }
  send({ type: 'done' });
});

async function answer(request: Request, send: Send): Promise<void> {
  if (request.type === 'collect') {
    send({ type: 'collected', ...(await collectDelivery(request.root, request.limits, request.only)) });
    return;
  }
  if (request.type === 'copy' || request.type === 'prove') {
    const { answerFix } = await import('./answer-fix.ts');
    await answerFix(request, send);
    return;
  }
  if (request.type === 'describe') {
    const { describeFile } = await import('../infer/describe-file.ts');
    send({ type: 'described', traits: await describeFile(request) });
    return;
  }
  const plugins = await load(needed(request));
  const checkers = checkersOf(plugins);
  const runs = selectRules(checkers, request.selection);
  const identifiers = plugins.flatMap(({ languageIdentifier }) => (languageIdentifier ? [languageIdentifier] : []));
  if (request.type === 'file') await checkFile(request, runs, { told: reportedFacts(checkers, runs), identifiers }, send);
  else await checkWhole(request, runs, send);
}

/**
 * The checkers that may have a rule for the file, or for the delivery as a whole: loading a checker takes longer than checking a small file.
 * Where a glob names rules, all are loaded, since one that names none is a mistake.
 */
function needed(request: FileRequest | DeliveryRequest): readonly string[] {
  const isAll = hasGlobs(request);
  const kinds: readonly Reads[] =
    request.type === 'file'
      ? kindsOf(request.file.file, request.contentType)
      : ['manifest', ...(request.portable.length > 0 ? (['package'] as const) : [])];
  return request.checkers.filter(({ reads }) => isAll || !reads || reads.some((kind) => kinds.includes(kind))).map(({ url }) => url);
}

function hasGlobs({ selection: { only = [], skip = [], rules = [] } }: FileRequest | DeliveryRequest): boolean {
  return only.length + skip.length + rules.flatMap(Object.keys).length > 0;
}

const loaded = new Map<string, Promise<Plugin>>();

async function load(urls: readonly string[]): Promise<readonly Plugin[]> {
  return Promise.all(
    urls.map((url) => {
      const plugin = loaded.get(url) ?? loadPlugin(url);
      loaded.set(url, plugin);
      return plugin;
    }),
  );
}

async function loadCheckers(urls: readonly string[]): Promise<readonly Checker[]> {
  return checkersOf(await load(urls));
}

function checkersOf(plugins: readonly Plugin[]): readonly Checker[] {
  return plugins.flatMap(({ checker }) => (checker ? [checker] : []));
}

/** What the checkers tell the report, as far as one of their rules runs. */
function reportedFacts(checkers: readonly Checker[], runs: readonly RuleRun[]): readonly Fact[] {
  const running = new Set(runs.map(({ rule }) => rule));
  return checkers.filter(({ rules }) => rules.some((rule) => running.has(rule))).flatMap(({ facts = [] }) => facts);
}

/** What plugins bring beside rules. */
interface Brought {
  /** Facts that stand in the report. */
  readonly told: readonly Fact[];
  readonly identifiers: readonly LanguageIdentifier[];
}

async function checkFile(request: FileRequest, selected: readonly RuleRun[], { told, identifiers }: Brought, send: Send): Promise<void> {
  const { contentType, ...rest } = request;
  const wanted = new Set<Reads>([...wantedKinds(selected), ...lateKindsOf(request.file.file, contentType)]);
  const kinds = kindsOf(request.file.file, contentType);
  spareCpu(kinds);
  // Before anything is read, so that a worker that dies on the file leaves its rules an outcome.
  sendPlan(
    selected.filter(({ rule }) => kinds.some((kind) => readsKind(rule, kind))),
    send,
  );
  const { target, failures } = await readTarget({ ...rest, type: contentType, wanted });
  send({ type: 'read', failures });
  const runs = [...selected, ...(await lateRuns(request, selected, target))];
  // What the file turned out to be.
  sendPlan(
    runs.filter(({ rule }) => concerns(rule, target)),
    send,
  );
  const store = storeOf(request, send, identifiers);
  await runAll(runs, target, request, store, send);
  const overAll = runs.flatMap(({ rule }) => (readsKind(rule, 'package') ? (rule.facts ?? []) : [])).filter(({ portable }) => portable);
  const facts = await factsOf(overAll, target, store);
  const reported = Object.fromEntries(
    Object.entries(await factsOf(told, target, store)).map(([id, value]) => [id.split('/')[1], value as Json]),
  );
  if (Object.keys(facts).length + Object.keys(reported).length > 0) send({ type: 'portable', facts, reported });
}

/** The rules of checkers that are loaded only now, since few files of the type are for them. */
async function lateRuns(request: FileRequest, runs: readonly RuleRun[], target: Target): Promise<readonly RuleRun[]> {
  const kinds = lateKindsOf(request.file.file, request.contentType).filter((kind) => target.models.has(kind) || target.absent.has(kind));
  if (kinds.length === 0 || hasGlobs(request)) return [];
  const urls = request.checkers.filter(({ reads }) => reads?.some((kind) => kinds.includes(kind))).map(({ url }) => url);
  const own = new Set(runs.map(({ rule }) => rule.id));
  return selectRules(await loadCheckers(urls), request.selection).filter(({ rule }) => !own.has(rule.id));
}

async function checkWhole(request: DeliveryRequest, runs: readonly RuleRun[], send: Send): Promise<void> {
  const { job, delivery, portable } = request;
  const model = packageModel({ paths: delivery.manifest.map(({ path }) => path), files: portable });
  const target: Target = {
    file: '.',
    models: new Map<Reads, Model>([['manifest', deliveryModel(delivery)], ...(portable.length > 0 ? [['package', model] as const] : [])]),
    absent: new Map(),
    job,
    deliverable: null,
    inputs: new Set<Input>(['deliverable', ...(job ? ['job' as const] : []), ...(delivery.isPartial ? [] : ['siblings' as const])]),
  };
  send({ type: 'read', failures: [] });
  await runAll(runs, target, request, storeOf(request, send), send);
}

function storeOf(
  { banned, walkApart, limits }: FileRequest | DeliveryRequest,
  send: Send,
  identifiers: readonly LanguageIdentifier[] = [],
): FactStore {
  return new FactStore({ onPhase: (phase) => send({ type: 'phase', phase }), banned: new Map(banned), walkApart, limits, identifiers });
}

async function runAll(
  runs: readonly RuleRun[],
  target: Target,
  { done, limits, surroundings = false }: FileRequest | DeliveryRequest,
  facts: FactStore,
  send: Send,
): Promise<void> {
  const concerned = runs.filter(({ rule }) => concerns(rule, target) && !done.includes(rule.id));
  if (target.file === '.') sendPlan(concerned, send);
  for await (const result of runRules(concerned, target, {
    limits,
    facts,
    surroundings,
    onPhase: (phase) => send({ type: 'phase', phase }),
  }))
    send({ type: 'result', ...result });
}

/** Which rules are to come, and what of the job they check. */
function sendPlan(runs: readonly RuleRun[], send: Send): void {
  send({ type: 'plan', rules: runs.map(({ rule }) => rule.id), demands: demandedRules(runs) });
}

/** Facts of a file by their id; one that fails is left out: the rule that wants it says so. */
async function factsOf(wanted: readonly Fact[], target: Target, store: FactStore): Promise<Record<string, unknown>> {
  const facts: Record<string, unknown> = {};
  for (const model of target.models.values()) {
    const own: readonly Fact[] = wanted.filter((fact) => readsKind(fact, model.kind));
    await store.prepare(model, own);
    for (const fact of own) {
      try {
        facts[fact.id] = store.reader(model)(fact);
      } catch {
        continue;
      }
    }
  }
  return facts;
}
