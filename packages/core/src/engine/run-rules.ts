import { messageOf } from '../errors.ts';
import { readsKind, type Fact } from '../fact.ts';
import type { Input } from '../finding.ts';
import type { Deliverable, Job } from '../job/types.ts';
import type { JsonObject } from '../json.ts';
import type { LanguageIdentifier } from '../language-identifier.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import type { Model, Reads } from '../model.ts';
import type { Check, RuleText } from '../report/types.ts';
import type { ReadResult } from '../read-failure.ts';
import type { DataFile, NotCheckedCode, Problem, Rule, RuleContext } from '../rule.ts';
import type { Severity } from '../severity.ts';
import { FactStore, type OnPhase } from './fact-store.ts';
import { anchorKey, makeFinding, type RawFinding } from './make-finding.ts';
import { withOptionDefaults } from './options.ts';
import { ruleTextOf } from './rule-text.ts';

/** A rule with what the job and the caller set for it. */
export interface RuleRun {
  readonly rule: Rule;
  readonly severity?: Severity;
  readonly options?: JsonObject;
}

/** One file of a delivery, with everything that rules may look at. */
export interface Target {
  /** Path in the delivery; `.` for the delivery as a whole. */
  readonly file: string;
  readonly models: ReadonlyMap<Reads, Model>;
  /** Why a model that this kind of file should have is not there. */
  readonly absent: ReadonlyMap<Reads, NotChecked>;
  readonly job: Job | null;
  readonly deliverable: Deliverable | null;
  readonly inputs: ReadonlySet<Input>;
  /** Reads the file as it was before, to tell what was inherited; called at most once, and only when there are findings. */
  readonly before?: () => Promise<ReadonlyMap<Reads, Model>>;
  /** Reads the file that this one was made from, where there is none as it was before; called as `before` is. */
  readonly template?: () => Promise<ReadonlyMap<Reads, Model>>;
  /** Reads the data files, by the names that the job has for them; called at most once, and only for rules that need them. */
  readonly data?: () => Promise<ReadonlyMap<string, ReadResult<Model>>>;
}

export interface NotChecked {
  readonly code: NotCheckedCode;
  readonly text: string;
}

/** What one rule came to on one file. */
export interface RuleResult {
  readonly check: Check;
  readonly findings: readonly RawFinding[];
  readonly jobErrors: readonly JobProblemAt[];
  /** What the report says of the rule; there where it found something. */
  readonly rule?: RuleText;
}

/** A mistake of the job that only its files show; the pointer is relative to the deliverable. */
export interface JobProblemAt {
  readonly pointer: string;
  readonly text: string;
}

export interface RunOptions {
  readonly limits?: Limits;
  readonly onPhase?: OnPhase;
  readonly facts?: FactStore;
  /** For the facts, where `facts` is not given. Default none. */
  readonly identifiers?: readonly LanguageIdentifier[];
  /** Findings carry what stands around their places. Default false. */
  readonly surroundings?: boolean;
}

/** Runs rules on one file, in order; a rule that crashes costs its own outcome. */
export async function* runRules(runs: readonly RuleRun[], target: Target, options: RunOptions = {}): AsyncGenerator<RuleResult> {
  const facts = options.facts ?? new FactStore(options);
  const ready = runs.map((run) => {
    if (run.rule.asks && target.deliverable) options.onPhase?.({ kind: 'rule', ids: [run.rule.id] });
    return { run, blocked: whyNot(run.rule, target) };
  });
  for (const model of target.models.values()) {
    const needed = ready.flatMap(({ run, blocked }) => (!blocked && modelFor(run.rule, target) === model ? (run.rule.facts ?? []) : []));
    await facts.prepare(model, unique(needed));
  }
  let before: Promise<ReadonlyMap<Reads, Model>> | undefined;
  const dataFor = dataReader(target, facts, options);
  const read = target.before ?? target.template;
  const readBefore = read && ((): Promise<ReadonlyMap<Reads, Model>> => (before ??= read()));
  for (const { run, blocked } of ready) {
    if (blocked) {
      yield {
        check: { rule: run.rule.id, file: target.file, outcome: 'not-checked', reason: blocked, durationMs: 0 },
        findings: [],
        jobErrors: [],
      };
      continue;
    }
    options.onPhase?.({ kind: 'rule', ids: [run.rule.id] });
    const model = modelFor(run.rule, target);
    if (!model) continue;
    const data = await dataFor(run.rule);
    const result = runRule(run, model, target, facts, data, options.limits ?? DEFAULT_LIMITS);
    const found = await withOrigin(result.findings, run, target, readBefore, facts, data, options);
    yield { ...result, findings: options.surroundings ? withSurroundings(found, model) : found };
  }
}

const NO_DATA: ReadonlyMap<string, DataFile> = new Map();

/** The data files for rules that need them, read with the first of these, each with the facts of the rule. */
function dataReader(target: Target, facts: FactStore, options: RunOptions): (rule: Rule) => Promise<ReadonlyMap<string, DataFile>> {
  let read: Promise<ReadonlyMap<string, ReadResult<Model>>> | undefined;
  return async (rule) => {
    if (!target.data || !rule.needs?.includes('data')) return NO_DATA;
    const files = new Map<string, DataFile>();
    for (const [name, result] of await (read ??= target.data())) {
      // What is not in a part of a file may stand in the rest of it.
      const failure = result.ok ? result.partial?.[0] : result.failure;
      if (!result.ok || failure) files.set(name, { unread: failure?.text ?? '' });
      else {
        await facts.prepare(result.model, rule.facts ?? []);
        files.set(name, { model: result.model, facts: facts.reader(result.model) });
      }
    }
    // The facts have named themselves as what is running.
    options.onPhase?.({ kind: 'rule', ids: [rule.id] });
    return files;
  };
}

/** True when the rule has something to say on this kind of file: a model of it, or a reason why there is none. */
export function concerns(rule: Rule, target: Target): boolean {
  return reads(rule).some((kind) => target.models.has(kind) || target.absent.has(kind));
}

/** Why a rule is not run at all. The order is the order in which a user would mend things. */
function whyNot(rule: Rule, target: Target): NotChecked | undefined {
  const { job, deliverable } = target;
  if ((rule.asks || rule.needs?.includes('job')) && !job) return { code: 'no-job', text: 'There is no job that says what was asked.' };
  if (rule.asks && job && (!deliverable || rule.asks(deliverable, job) === undefined))
    return { code: 'not-asked', text: 'The job does not ask for it.' };
  if (modelFor(rule, target)) {
    const missing = rule.needs?.find((input) => input !== 'job' && !target.inputs.has(input));
    return missing && missing !== 'job'
      ? { code: MISSING[missing], text: `It needs ${missing === 'siblings' ? 'the whole delivery' : `a ${missing} file`}.` }
      : undefined;
  }
  return (
    reads(rule)
      .map((kind) => target.absent.get(kind))
      .find((reason) => reason !== undefined) ?? { code: 'nothing-to-check', text: 'The file holds nothing of this kind.' }
  );
}

const MISSING = { before: 'no-before', source: 'no-source', data: 'no-data', siblings: 'partial' } as const;

function reads(rule: Rule): readonly Reads[] {
  return typeof rule.reads === 'string' ? [rule.reads] : rule.reads;
}

function modelFor(rule: Rule, target: Target): Model | undefined {
  return reads(rule)
    .map((kind) => target.models.get(kind))
    .find((model) => model !== undefined);
}

function unique(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

function runRule(
  run: RuleRun,
  model: Model,
  target: Target,
  facts: FactStore,
  data: ReadonlyMap<string, DataFile>,
  limits: Limits,
): RuleResult {
  const { rule } = run;
  const start = performance.now();
  const looked: Record<string, number> = {};
  const skipped: NotChecked[] = [];
  const jobErrors: JobProblemAt[] = [];
  const findings: RawFinding[] = [];
  const occurrences = new Map<string, number>();
  let count = 0;
  const context: RuleContext = {
    model: model as RuleContext['model'],
    facts: facts.reader(model),
    options: withOptionDefaults(rule.options, run.options),
    job: target.job,
    deliverable: target.deliverable,
    data,
    asked: target.deliverable && target.job ? rule.asks?.(target.deliverable, target.job) : undefined,
    looked: (what) => {
      for (const thing of Object.keys(what)) looked[thing] = (looked[thing] ?? 0) + (what[thing] ?? 0);
    },
    notChecked: (code, text) => void skipped.push({ code, text }),
    jobError: (pointer, text) => void jobErrors.push({ pointer, text }),
  };
  const check = (rest: Pick<Check, 'outcome' | 'reason'>): Check => ({
    rule: rule.id,
    file: target.file,
    ...rest,
    ...(Object.keys(looked).length > 0 && { looked }),
    durationMs: Math.round((performance.now() - start) * 10) / 10,
  });
  try {
    for (const problem of rule.check(context)) {
      count += 1;
      if (count <= limits.findingsPerRule) findings.push(numbered(problem, occurrences, run, model, target, limits));
    }
  } catch (error) {
    return {
      check: check({ outcome: 'error', reason: { code: 'crash', text: messageOf(error) } }),
      findings,
      jobErrors,
      ...textOf(rule, findings),
    };
  }
  return { check: check(outcomeOf(count, limits, looked, skipped)), findings, jobErrors, ...textOf(rule, findings) };
}

function textOf(rule: Rule, findings: readonly RawFinding[]): Pick<RuleResult, 'rule'> {
  return findings.length > 0 ? { rule: ruleTextOf(rule, new Set(findings.map(({ messageId }) => messageId))) } : {};
}

function numbered(
  problem: Problem,
  occurrences: Map<string, number>,
  run: RuleRun,
  model: Model,
  target: Target,
  limits: Limits,
): RawFinding {
  const finding = makeFinding(problem, run, model, target, limits.textLength);
  const key = anchorKey(finding);
  const occurrence = occurrences.get(key) ?? 0;
  occurrences.set(key, occurrence + 1);
  return { ...finding, occurrence };
}

function outcomeOf(
  count: number,
  limits: Limits,
  looked: Readonly<Record<string, number>>,
  skipped: readonly NotChecked[],
): Pick<Check, 'outcome' | 'reason'> {
  const [reason] = skipped;
  if (count > limits.findingsPerRule) {
    return {
      outcome: 'failed',
      reason: {
        code: 'limit',
        text: `The first ${limits.findingsPerRule.toLocaleString('en-US')} of ${count.toLocaleString('en-US')} findings are listed.`,
      },
    };
  }
  if (count > 0) return { outcome: 'failed', ...(reason && { reason }) };
  if (reason) return { outcome: 'not-checked', reason };
  const total = Object.values(looked).reduce((sum, number) => sum + number, 0);
  return total > 0
    ? { outcome: 'passed' }
    : { outcome: 'not-checked', reason: { code: 'nothing-to-check', text: 'There was nothing of what the rule looks at.' } };
}

/** How many findings of one rule in a file show what is around them: nobody reads more of one kind. */
const MOST_SURROUNDED = 100;

function withSurroundings(findings: readonly RawFinding[], model: Model): readonly RawFinding[] {
  return findings.map((finding, index) => {
    const surroundings =
      index < MOST_SURROUNDED && finding.file === model.file ? model.surround?.(finding.location, finding.sourceSpans) : undefined;
    return surroundings ? { ...finding, surroundings } : finding;
  });
}

/** Marks what the before-file or the template had already. Rules that compare with a before-file find only what is new. */
async function withOrigin(
  findings: readonly RawFinding[],
  run: RuleRun,
  target: Target,
  readBefore: Target['before'],
  facts: FactStore,
  data: ReadonlyMap<string, DataFile>,
  options: RunOptions,
): Promise<readonly RawFinding[]> {
  const { rule } = run;
  if (findings.length === 0) return findings;
  if (reads(rule).includes('update')) return findings.map((finding) => ({ ...finding, origin: 'introduced' }));
  const models = await readBefore?.();
  const before = reads(rule)
    .map((kind) => models?.get(kind))
    .find((model) => model !== undefined);
  if (!before) return findings;
  await facts.prepare(
    before,
    (rule.facts ?? []).filter((fact) => readsKind(fact, before.kind)),
  );
  const old = runRule(run, before, target, facts, data, options.limits ?? DEFAULT_LIMITS);
  const inherited = new Set(old.findings.map((finding) => `${anchorKey(finding)} ${finding.occurrence}`));
  // A gap of a template is there to be filled in.
  const ofBefore = !target.before && rule.inherits === false ? 'unknown' : 'inherited';
  return findings.map((finding) => ({
    ...finding,
    origin: inherited.has(`${anchorKey(finding)} ${finding.occurrence}`) ? ofBefore : 'introduced',
  }));
}
