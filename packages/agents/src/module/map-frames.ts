import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Bundle } from './bundle-module.ts';

/** Replaces places in the bundle (`agent.js:9001:7`) by places in the author's files (`report.ts:12:5`). */
export function mapFrames(text: string, { map, code }: Bundle): string {
  if (!/\bagent\.js:\d+:\d+/.test(text) || code === '') return text;
  const sourceMap = new SourceMap(JSON.parse(map) as SourceMapPayload);
  return text.replaceAll(/\bagent\.js:(\d+):(\d+)/g, (place, line: string, column: string) => {
    const entry = sourceMap.findEntry(Number(line) - 1, Number(column) - 1);
    return 'originalSource' in entry ? `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}` : place;
  });
}
