import type { Report } from '@preflag/core';
import type * as Reporters from '@preflag/reporters';
import { renderPretty } from '@preflag/reporters/terminal';
import { VERSION } from '../../version.ts';

/** How a report for people looks. */
interface Look {
  readonly quiet: boolean;
  readonly color: boolean;
  /** Deliveries that were to be checked and were not. */
  readonly unchecked: number;
  /** Columns. */
  readonly width: number;
}

export interface Format {
  /** What goes to standard output or the file, whole or in pieces. */
  readonly render: (reports: readonly Report[], look: Look) => string | Promise<string | Iterable<string>>;
  /** Others than those who may see the delivery may read it where CI puts it. */
  readonly isPublic?: true;
  /** It shows what stands around findings, which checks tell where they are asked to. */
  readonly showsSurroundings?: true;
}

/** What `--format` knows. */
export const FORMAT_NAMES = ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** The renderers for machines are loaded when they are asked for: a check in a terminal must not wait for them. */
const machines = (): Promise<typeof Reporters> => import('@preflag/reporters');

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  pretty: { render: (reports, look) => renderPretty(reports, look) },
  json: { render: async (reports, { unchecked }) => (await machines()).renderJson(reports, VERSION, unchecked) },
  jsonl: { render: async (reports, { unchecked }) => (await machines()).renderJsonl(reports, VERSION, { unchecked }) },
  sarif: { render: async (reports, { unchecked }) => (await machines()).renderSarif(reports, VERSION, { unchecked }), isPublic: true },
  junit: { render: async (reports, { unchecked }) => (await machines()).renderJunit(reports, { unchecked }), isPublic: true },
  github: { render: async (reports, { unchecked }) => (await machines()).renderGithub(reports, { unchecked }), isPublic: true },
  gitlab: { render: async (reports, { unchecked }) => (await machines()).renderGitlab(reports, { unchecked }) },
  markdown: { render: async (reports, { unchecked }) => (await machines()).renderMarkdown(reports, { unchecked }) },
  html: {
    render: async (reports, { unchecked }) => (await machines()).renderHtml(reports, VERSION, { unchecked }),
    showsSurroundings: true,
  },
};
