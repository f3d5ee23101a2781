import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';

const BULLET = /^\s*(?:[•·▪◦‣●○■➢✓✔]|[-–*] )\s*(?=\S)/u;
const NUMBER = /^\s*\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)/;
/** Markdown has no lists with letters. */
const LETTER = /^\s*\(?[a-z][.)]\s/;
/** A dash may begin a line of talk. */
const DASH = /^\s*[-–]/;
const [FEWEST, FEWEST_DASHES] = [2, 3];

/**
 * Looks at paragraphs that follow each other and begin with a bullet, or with numbers that count on.
 * Does not catch: items that a line break parts. Known false alarms: numbered paragraphs of contracts and judgments.
 */
export const typedList: Rule<'document'> = defineRule({
  id: 'formatting/typed-list',
  title: 'A list is typed by hand',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  why: 'Numbers do not count on when an item is added, and long items do not line up.',
  advice: 'Make a list of the paragraphs with the means of the document, and take the typed signs out.',
  messages: { typed: "{{count}} paragraphs form a list that is typed by hand: '{{text}}'" },
  *check({ model, looked, notChecked }) {
    if (model.format === 'text' || model.format === 'pdf') {
      notChecked('format', `A ${model.format} file does not say what is a list.`);
      return;
    }
    looked({ blocks: model.blocks.length });
    for (const [first, ...others] of typedLists(model.blocks))
      if (first && !(model.format === 'markdown' && LETTER.test(first.text)))
        yield { messageId: 'typed', data: { count: others.length + 1, text: first.text.trim() }, at: model.locate(first) };
  },
});

function typedLists(blocks: readonly Block[]): Block[][] {
  const lists: Block[][] = [];
  let open: Block[] = [];
  const close = (): void => {
    const [first] = open;
    if (first && open.length >= (DASH.test(first.text) ? FEWEST_DASHES : FEWEST)) lists.push(open);
    open = [];
  };
  for (const block of blocks) {
    const last = open.at(-1);
    if (block.type !== 'paragraph' || block.quoted || !isItem(block, last)) close();
    if (block.type === 'paragraph' && !block.quoted && (open.length > 0 || isItem(block, undefined))) open.push(block);
  }
  close();
  return lists;
}

/** The first item of a list, or one that goes on with it. */
function isItem({ text }: Block, last: Block | undefined): boolean {
  const marker = markerOf(text);
  if (marker === undefined) return false;
  const before = last && markerOf(last.text);
  if (before === undefined) return marker.isBullet || marker.order === 1;
  return marker.isBullet ? before.sign === marker.sign : !before.isBullet && marker.order === before.order + 1;
}

interface Marker {
  readonly isBullet: boolean;
  readonly sign: string;
  /** 1 for `1.` and `a)`. */
  readonly order: number;
}

function markerOf(text: string): Marker | undefined {
  const bullet = BULLET.exec(text)?.[0].trim();
  if (bullet !== undefined) return { isBullet: true, sign: bullet, order: 0 };
  const number = NUMBER.exec(text)?.[1];
  if (number === undefined) return undefined;
  return { isBullet: false, sign: '', order: /\d/.test(number) ? Number(number) : number.charCodeAt(0) - 96 };
}
