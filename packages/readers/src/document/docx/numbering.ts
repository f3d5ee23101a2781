import type { Limits } from '@preflag/core';
import { parseXml } from '../../xml/index.ts';
import { attributeOf, namespaceOf, numberOf } from './docx-xml.ts';

interface Level {
  format: string;
  start: number;
  style?: string | undefined;
}

interface List {
  readonly levels: Map<number, Level>;
  /** The style whose list this one takes. */
  link?: string | undefined;
  /** The style that this list is. */
  style?: string | undefined;
}

interface Instance {
  list?: number | undefined;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

export interface NumberedItem {
  readonly level: number;
  readonly ordered: boolean;
  readonly number?: number;
}

/** The lists of a document. Counts while paragraphs are listed in order. */
export class Numbering {
  readonly #lists: ReadonlyMap<number, List>;
  readonly #instances: ReadonlyMap<number, Instance>;
  readonly #counts = new Map<number, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(lists: ReadonlyMap<number, List>, instances: ReadonlyMap<number, Instance>) {
    this.#lists = lists;
    this.#instances = instances;
  }

  /** The level that a list has for a style. */
  levelOf(numId: number, style: string): number | undefined {
    for (const [level, { style: linked }] of this.#listOf(numId)?.levels ?? []) if (linked === style) return level;
    return undefined;
  }

  /** The next item of a list; `undefined` where the list shows neither number nor bullet, or is not there. */
  next(numId: number, level: number): NumberedItem | undefined {
    const instance = this.#instances.get(numId);
    const list = this.#listOf(numId);
    const definition = instance?.levels.get(level) ?? list?.levels.get(level);
    if (!instance || !definition || definition.format === 'none') return undefined;
    const counts = this.#countsOf(instance.list ?? -1);
    const start = this.#startOf(numId, instance, level, definition);
    const number = start.isNew || counts[level] === undefined ? start.number : (counts[level] ?? 0) + 1;
    counts[level] = number;
    counts.length = level + 1;
    return definition.format === 'bullet' ? { level, ordered: false } : { level, ordered: true, number };
  }

  /** An override of the start counts once, where its list is used first. */
  #startOf(numId: number, { starts }: Instance, level: number, definition: Level): { number: number; isNew: boolean } {
    const override = starts.get(level);
    const key = `${numId}:${level}`;
    const isNew = override !== undefined && !this.#started.has(key);
    this.#started.add(key);
    return { number: override ?? definition.start, isNew };
  }

  #countsOf(list: number): (number | undefined)[] {
    const counts = this.#counts.get(list) ?? [];
    this.#counts.set(list, counts);
    return counts;
  }

  #listOf(numId: number): List | undefined {
    const list = this.#lists.get(this.#instances.get(numId)?.list ?? -1);
    if (list?.link === undefined || list.levels.size > 0) return list;
    return [...this.#lists.values()].find(({ style }) => style === list.link) ?? list;
  }
}

/** Reads the numbering part (ECMA-376-1, 17.9). @throws ReadError */
export function parseNumbering(bytes: Buffer, part: string, limits: Limits): Numbering {
  const lists = new Map<number, List>();
  const instances = new Map<number, Instance>();
  let list: List | undefined;
  let instance: Instance | undefined;
  let level: Level | undefined;
  let overridden = 0;
  parseXml(
    bytes,
    {
      open(element) {
        if (namespaceOf(element) !== 'word') return;
        const number = numberOf(element);
        const value = attributeOf(element, 'val');
        if (element.local === 'abstractNum') {
          list = { levels: new Map() };
          lists.set(numberOf(element, 'abstractNumId') ?? -1, list);
        } else if (element.local === 'num') {
          instance = { starts: new Map(), levels: new Map() };
          instances.set(numberOf(element, 'numId') ?? -1, instance);
        } else if (element.local === 'lvl') {
          level = { format: 'decimal', start: 1 };
          (list ?? instance)?.levels.set(numberOf(element, 'ilvl') ?? 0, level);
        } else if (element.local === 'lvlOverride') overridden = numberOf(element, 'ilvl') ?? 0;
        else if (element.local === 'abstractNumId' && instance) instance.list = number;
        else if (element.local === 'startOverride') instance?.starts.set(overridden, number ?? 1);
        else if (element.local === 'numStyleLink' && list) list.link = value;
        else if (element.local === 'styleLink' && list) list.style = value;
        else if (level) readLevel(level, element.local, value, number);
      },
      close({ local }) {
        if (local === 'abstractNum') list = undefined;
        else if (local === 'num') instance = undefined;
        else if (local === 'lvl') level = undefined;
      },
    },
    { part, limits },
  );
  return new Numbering(lists, instances);
}

function readLevel(level: Level, local: string, value: string | undefined, number: number | undefined): void {
  if (local === 'numFmt') level.format = value ?? 'decimal';
  else if (local === 'start') level.start = number ?? 1;
  else if (local === 'pStyle') level.style = value;
}
