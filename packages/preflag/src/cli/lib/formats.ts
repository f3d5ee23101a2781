import type { Report } from '@preflag/core';
import {
  renderGithub,
  renderGitlab,
  renderJson,
  renderJsonl,
  renderJunit,
  renderMarkdown,
  renderPretty,
  renderSarif,
} from '@preflag/reporters';
import { VERSION } from '../../version.ts';

/** How a report for people looks. */
export interface Look {
  readonly quiet: boolean;
  readonly color: boolean;
  /** Deliveries that were to be checked and were not. */
  readonly unchecked: number;
  /** Columns. */
  readonly width: number;
}

export interface Format {
  /** What goes to standard output or the file, whole or in pieces. */
  readonly render: (reports: readonly Report[], look: Look) => string | Iterable<string>;
  /** Others than those who may see the delivery may read it where CI puts it. */
  readonly isPublic?: true;
}

/** What `--format` knows. */
export const FORMAT_NAMES = ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  pretty: { render: (reports, look) => renderPretty(reports, look) },
  json: { render: (reports, { unchecked }) => renderJson(reports, VERSION, unchecked) },
  jsonl: { render: (reports) => renderJsonl(reports, VERSION) },
  sarif: { render: (reports) => renderSarif(reports, VERSION), isPublic: true },
  junit: { render: (reports) => renderJunit(reports), isPublic: true },
  github: { render: (reports) => renderGithub(reports), isPublic: true },
  gitlab: { render: (reports) => renderGitlab(reports) },
  markdown: { render: (reports) => renderMarkdown(reports) },
};
