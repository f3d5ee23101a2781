import type { RunStatus } from './agent.ts';
import type { Model } from './model.ts';
import type { ReadFailure } from './read-failure.ts';

/** What a file truly holds, by its bytes. `other` is anything that no reader claims. */
export type ContentType =
  | 'xlsx'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'csv'
  | 'tsv'
  | 'docx'
  | 'doc'
  | 'odt'
  | 'rtf'
  | 'pptx'
  | 'ppt'
  | 'pdf'
  | 'markdown'
  | 'html'
  | 'text'
  | 'json'
  | 'xliff'
  | 'tmx'
  | 'po'
  | 'properties'
  | 'android-strings'
  | 'ios-strings'
  | 'xcstrings'
  | 'srt'
  | 'vtt'
  | 'xml'
  | 'zip'
  | 'image'
  | 'encrypted-office'
  | 'empty'
  | 'other';

/** One file of a delivery. */
export interface ManifestEntry {
  /** Relative to the delivered folder, with `/`. */
  readonly path: string;
  readonly type: ContentType;
  readonly bytes: number;
  readonly sha256: string;
  /** The pattern of the deliverable in the job that it belongs to. */
  readonly deliverable?: string;
}

/** A path in the delivered folder that is no regular file, or is not read: listed, never followed. */
export interface SkippedEntry {
  readonly path: string;
  readonly what: 'link' | 'hard-link' | 'device' | 'fifo' | 'socket' | 'unreadable' | 'limit';
  readonly text: string;
}

export type Manifest = readonly ManifestEntry[];

/** What the rules on a whole delivery see. */
export interface DeliveryModel extends Model {
  readonly kind: 'manifest';
  readonly manifest: Manifest;
  readonly skipped: readonly SkippedEntry[];
  /** Set when one file of a delivery was given alone: what is absent then says nothing. */
  readonly isPartial: boolean;
  /** Files that could not be read, in whole or in part. */
  readonly failures: readonly FileFailure[];
  /** The agent's last words, when they were given. */
  readonly message?: string;
  /** How the agent's run ended, when preflag ran it. */
  readonly end?: { readonly status: RunStatus; readonly reason: string };
}

export interface FileFailure extends ReadFailure {
  readonly file: string;
}

/** What the rules over portable facts of all files see. */
export interface PackageModel extends Model {
  readonly kind: 'package';
  /** Every file of the delivery, read or not. */
  readonly paths: readonly string[];
  /** Those of which there are facts, by the ids of the facts. */
  readonly files: readonly { readonly path: string; readonly facts: Readonly<Record<string, unknown>> }[];
}
