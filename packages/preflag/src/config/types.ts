import type { Gate, Ignore, Limits, RuleSetting, Severity } from '@preflag/core';

/** A named set of settings. `strict` also fails minor findings, and is incomplete without sources, before-files and data that belong to the job; the name of a cluster runs the rules of that cluster (and of others that are named) and those on the files as such. */
export const PRESETS = ['recommended', 'strict', 'spreadsheet', 'data-update', 'formatting', 'translation', 'report-structure'] as const;
export type Preset = (typeof PRESETS)[number];

/** `off`, a severity, or the whole of it. */
export type RuleSettingInput = 'off' | Severity | RuleSetting;

/** What a `preflag.config` file says: settings of those who run preflag, for every job. A job's own settings go before it. */
export interface Config {
  readonly $schema?: string;
  /** Default `['recommended']`. */
  readonly presets?: readonly Preset[];
  /** Settings by glob on rule ids; later ones win. */
  readonly rules?: Readonly<Record<string, RuleSettingInput>>;
  /** Settings for some files only; later ones win, and all win over `rules`. */
  readonly overrides?: readonly Override[];
  /** Findings to show apart, each with its reason. */
  readonly ignore?: readonly Ignore[];
  /** Checkers and language identifiers of others, by module specifier: a package, or a file relative to the config. */
  readonly plugins?: readonly string[];
  /** See docs/limits.md. */
  readonly limits?: Partial<Limits>;
  /** Default `{ failOn: 'important', require: [] }`. */
  readonly gate?: Partial<Gate>;
  /** The file of accepted findings, relative to the config. */
  readonly baseline?: string;
}

export interface Override {
  /** Globs on paths in the delivery; one without a slash is about file names in any folder. */
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, RuleSettingInput>>;
}

/** Types what a `preflag.config.ts` exports, and returns it as it is. */
export function defineConfig(config: Config): Config {
  return config;
}
