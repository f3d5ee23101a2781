import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { FileError, type FileProblem } from './problem.ts';
import type { Mistake } from './validate.ts';

/** What a YAML or JSON file holds, and the way back from its values to their places. */
export interface YamlFile {
  readonly plain: Readonly<Record<string, unknown>>;
  readonly document: Document;
  /** The place of a JSON pointer, or of the deepest part of it that the file has. */
  readonly positionOf: (pointer: string) => { line: number; column: number };
  /** The place of an offset in the text. */
  readonly at: (offset: number) => { line: number; column: number };
  readonly problem: (mistake: Mistake) => FileProblem;
}

/** What the file is, for its errors. */
export interface YamlKind {
  readonly code: 'job' | 'config';
  /** `A job file is a mapping with at least version, id and deliverables` */
  readonly shape: string;
}

/**
 * Reads a mapping from YAML 1.2, of which JSON is a part.
 * @param file the name that errors show
 * @throws {FileError} one problem per mistake
 */
export function readYaml(text: string, file: string, { code, shape }: YamlKind): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    throw new FileError(
      code,
      document.errors.map((error) => ({
        file,
        ...at(error.pos[0]),
        pointer: '',
        text: `This is not valid YAML: ${sentence(error.message)}`,
      })),
    );
  }
  const problem = ({ pointer, text: message, on = 'value' }: Mistake): FileProblem => ({
    file,
    ...at(offsetOf(document, pointer, on)),
    pointer,
    text: message,
  });
  const plain: unknown = document.toJS({ maxAliasCount: 100 });
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    throw new FileError(code, [problem({ pointer: '', text: `${shape}; this one holds something else.` })]);
  return {
    plain: plain as Record<string, unknown>,
    document,
    positionOf: (pointer) => at(offsetOf(document, pointer, 'value')),
    at,
    problem,
  };
}

/** The first line of a YAML error, as a sentence. */
function sentence(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.endsWith('.') ? first : `${first}.`;
}

/** Where the key or the value of a pointer begins; where the file has only a part of the pointer, that part's value. */
function offsetOf(document: Document, pointer: string, on: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!pair) return offset;
      offset = (on === 'value' ? startOf(pair.value) : undefined) ?? startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)];
      if (item === undefined) return offset;
      offset = startOf(item) ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
