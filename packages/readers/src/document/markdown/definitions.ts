import type { Nodes } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';

const DEFINITION = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?\[(\^?)((?:\\.|[^\\[\]\r\n]){1,999})\]:/gm;
const REFERENCE = /\[\^?((?:\\.|[^\\[\]]){1,999})\]/gs;

/** The labels that references of a markdown text may lead to, as its parser compares them. */
export class Definitions {
  readonly links: string[] = [];
  readonly notes: string[] = [];

  /** What looks like a definition, where it may stand in code after all. */
  static guess(text: string): Definitions {
    const guessed = new Definitions();
    for (const [, mark, label = ''] of text.matchAll(DEFINITION))
      (mark === '^' ? guessed.notes : guessed.links).push(normalizeIdentifier(label));
    return guessed;
  }

  /** What trees define. */
  static of(nodes: readonly Nodes[]): Definitions {
    const found = new Definitions();
    for (const node of nodes) found.#collect(node);
    return found;
  }

  /** Labels that are in one of the two and not in the other. */
  differences(other: Definitions): readonly string[] {
    return [...differing(this.links, other.links), ...differing(this.notes, other.notes)];
  }

  #collect(node: Nodes): void {
    if (node.type === 'definition') this.links.push(normalizeIdentifier(node.identifier));
    else if (node.type === 'footnoteDefinition') this.notes.push(normalizeIdentifier(node.identifier));
    if ('children' in node) for (const child of node.children) this.#collect(child);
  }
}

/** True where the text refers to one of the labels. */
export function refersTo(text: string, labels: readonly string[]): boolean {
  const wanted = new Set(labels);
  return [...text.matchAll(REFERENCE)].some(([, label = '']) => wanted.has(normalizeIdentifier(label)));
}

function differing(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set(first).symmetricDifference(new Set(second))];
}
