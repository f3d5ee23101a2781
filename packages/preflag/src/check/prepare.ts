import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import {
  DEFAULT_GATE,
  DEFAULT_LIMITS,
  ExceptionList,
  PreflagError,
  type Checker,
  type Gate,
  type Limits,
  type RuleSettings,
  type Selection,
} from '@preflag/core';
import type { SandboxLevel } from '@preflag/sandbox';
import { readRoots } from '@preflag/supervisor';
import { resolveConfig, type ResolvedConfig } from '../config/resolve-config.ts';
import { baselineFor } from './baseline-for.ts';
import { resolveChecker, type CheckerModule } from './builtin-checkers.ts';
import type { CheckOptions, Delivery } from './check-options.ts';
import { locateDelivery, type LocatedDelivery } from './locate-delivery.ts';
import { locateJob, type LocatedJob } from './locate-job.ts';
import { existing } from './pair-files.ts';

/** A delivery and all that it is checked with, before anything of it is read. */
export interface Prepared extends AsyncDisposable {
  readonly delivery: LocatedDelivery;
  readonly job: LocatedJob;
  readonly plan: Plan;
  readonly exceptions: ExceptionList;
  readonly options: CheckOptions;
}

interface Plan {
  readonly limits: Limits;
  readonly gate: Gate;
  readonly checkers: readonly CheckerModule[];
  readonly inProcess: readonly Checker[];
  /** The rules for a file, or for the delivery as a whole, and their settings. */
  readonly selectionFor: (file?: string) => Selection;
  readonly encoding?: string;
  readonly level: SandboxLevel;
  /** What the workers may read beside their own code. */
  readonly readable: readonly string[];
}

/**
 * Finds the delivery and its job, and decides what is checked and how.
 * @throws {PreflagError} `path`, `job`, `config` or `usage` for a wrong call
 */
export async function prepare(delivery: Delivery, options: CheckOptions): Promise<Prepared> {
  const stack = new AsyncDisposableStack();
  try {
    const located = stack.use(await locateDelivery(delivery));
    const job = stack.use(await locateJob(options.job, options.inputs, located.root));
    const config = resolveConfig(options.config, options.configFolder);
    const baseline = await baselineFor(options.baseline ?? config.baseline, job.job?.id ?? null, located.root);
    const plan = planOf(located, job, config, options);
    const exceptions = new ExceptionList({ ...(job.job && { job: job.job.ignore }), config: config.ignore, baseline });
    const kept = stack.move();
    return { delivery: located, job, plan, exceptions, options, [Symbol.asyncDispose]: () => kept.disposeAsync() };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

function planOf(located: LocatedDelivery, job: LocatedJob, config: ResolvedConfig, options: CheckOptions): Plan {
  const named = options.checkers ?? config.checkers;
  const specifiers = named.filter((checker) => typeof checker === 'string');
  const inProcess = named.filter((checker) => typeof checker === 'object');
  const checkers = specifiers.map(resolveChecker);
  const foreign = checkers.filter(({ reads }) => reads === undefined);
  const given = [options.before, options.source].filter((path) => path !== undefined).map((path) => existing(path));
  return {
    limits: { ...DEFAULT_LIMITS, ...config.limits, ...options.limits },
    gate: { ...DEFAULT_GATE, ...config.gate, ...job.job?.gate, ...options.gate },
    checkers,
    inProcess,
    level: levelOf(options.sandbox, inProcess),
    ...(options.encoding !== undefined && { encoding: knownEncoding(options.encoding) }),
    selectionFor: (file) => selectionOf([...config.rulesFor(file), job.job?.rules ?? {}], config, inProcess, options),
    readable: [...readableOf(located), ...(job.folder ? [job.folder] : []), ...given, ...foreign.flatMap(({ url }) => readRoots(url))],
  };
}

function selectionOf(
  rules: readonly RuleSettings[],
  config: ResolvedConfig,
  inProcess: readonly Checker[],
  options: CheckOptions,
): Selection {
  const only = options.only && options.only.length > 0 ? options.only : config.only;
  return {
    rules: rules.filter((settings) => Object.keys(settings).length > 0),
    only,
    ...(options.skip && { skip: options.skip }),
    ...(inProcess.length > 0 && { isPart: true }),
  };
}

/** @throws {PreflagError} code `usage`: what is no level must not be taken for the lower one, nor run outside of the higher one */
function levelOf(asked: SandboxLevel | undefined, inProcess: readonly Checker[]): SandboxLevel {
  if (asked !== undefined && asked !== 'standard' && asked !== 'strict')
    throw new PreflagError('usage', `The option sandbox is '${String(asked)}'; the levels are standard and strict.`);
  if (asked === 'strict' && inProcess.length > 0)
    throw new PreflagError(
      'usage',
      "Checkers that are passed as objects run in this process, which the level 'strict' does not allow: name their modules instead.",
    );
  return asked ?? 'standard';
}

/** The folder, or one file of it. A link is looked at where it stands: bound by itself it would be what it leads to. */
function readableOf({ root, only }: LocatedDelivery): readonly string[] {
  const files = only?.map((name) => join(root, name)) ?? [];
  return files.length > 0 && files.every((file) => lstatSync(file).isFile()) ? files : [root];
}

/** @throws {PreflagError} code `usage` for a name that no text decoder knows */
function knownEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    throw new PreflagError('usage', `The encoding '${name}' is not known. Use a name such as windows-1252, iso-8859-2 or shift_jis.`, {
      cause: error,
    });
  }
}
