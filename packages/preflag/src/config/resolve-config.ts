import { resolve } from 'node:path';
import type { Gate, Ignore, Limits, RuleSetting, RuleSettings } from '@preflag/core';
import picomatch from 'picomatch';
import { BUILTIN_CHECKERS } from '../check/builtin-checkers.ts';
import type { Config, RuleSettingInput } from './types.ts';

/** A config after its presets and short forms are spelled out. */
export interface ResolvedConfig {
  readonly gate: Partial<Gate>;
  readonly limits: Partial<Limits>;
  /** Globs on rule ids; empty for all. */
  readonly only: readonly string[];
  readonly ignore: readonly Ignore[];
  readonly checkers: readonly string[];
  readonly baseline?: string;
  /** The settings for a file, or for the delivery as a whole. */
  readonly rulesFor: (file?: string) => readonly RuleSettings[];
}

const STRICT: Partial<Gate> = { failOn: 'minor', require: ['source', 'before', 'data'] };

/** @param folder what paths in it are relative to; default the working folder */
export function resolveConfig(config: Config = {}, folder = '.'): ResolvedConfig {
  const { presets = ['recommended'], rules = {}, overrides = [], ignore = [], plugins = [], limits = {}, gate = {}, baseline } = config;
  const clusters = presets.filter((preset) => preset !== 'recommended' && preset !== 'strict');
  const base = settingsOf(rules);
  const some = overrides.map(({ files, rules: own }) => ({
    isMeant: (file: string): boolean => files.some((glob) => picomatch.isMatch(file, glob, { dot: true, basename: !glob.includes('/') })),
    settings: settingsOf(own),
  }));
  const beside = (path: string): string => resolve(folder, path);
  return {
    gate: { ...(presets.includes('strict') && STRICT), ...gate },
    limits,
    only: clusters.length > 0 ? ['integrity/*', ...clusters.map((cluster) => `${cluster}/*`)] : [],
    ignore,
    checkers: [...BUILTIN_CHECKERS, ...plugins.map((plugin) => (plugin.startsWith('.') ? beside(plugin) : plugin))],
    ...(baseline !== undefined && { baseline: beside(baseline) }),
    rulesFor: (file) => [base, ...some.flatMap(({ isMeant, settings }) => (file !== undefined && isMeant(file) ? [settings] : []))],
  };
}

function settingsOf(rules: Readonly<Record<string, RuleSettingInput>>): RuleSettings {
  return Object.fromEntries(Object.entries(rules).map(([glob, setting]) => [glob, settingOf(setting)]));
}

function settingOf(setting: RuleSettingInput): RuleSetting {
  if (setting === 'off') return { off: true };
  return typeof setting === 'string' ? { severity: setting } : setting;
}
