import { SourceMap, type SourceMapPayload } from 'node:module';

const PLACE = /\bagent\.js:(\d+):(\d+)/g;

/**
 * A function that replaces places in the code that runs (`agent.js:9001:7`) by places in the author's files (`report.ts:12:5`).
 * The map is read when the first place is met, and once: a run may log as many of them as its log holds. With a map that cannot
 * be read, texts stay as they are.
 *
 * @param map a source map (version 3) as JSON
 */
export function mapFrames(map: string): (text: string) => string {
  let sourceMap: SourceMap | undefined;
  let isRead = false;
  return (text) => {
    if (text.search(PLACE) < 0) return text;
    if (!isRead) sourceMap = readMap(map);
    isRead = true;
    return text.replaceAll(PLACE, (place, line: string, column: string) => {
      const entry = sourceMap?.findEntry(Number(line) - 1, Number(column) - 1);
      return entry && 'originalSource' in entry ? `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}` : place;
    });
  };
}

function readMap(map: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(map) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
