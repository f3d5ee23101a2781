import { defineRule, type Range, type Rule } from '@preflag/core';
import { addCounts, countWords } from '@preflag/readers/words';
import { countedTexts } from './counted-texts.ts';

/** Tools count differently: a length this far outside of the range is still taken for one inside. */
const TOLERANCE = 0.02;

/**
 * Counts headings, paragraphs, list items, table cells and notes; not code, formulas, front matter, comments, page headers and footers.
 * Compounds, ideographs and spaces are counted both ways, and the way that fits better counts; 2 % beyond the range are forgiven.
 * Pages are those of a pdf and the slides of a presentation, or what the program that saved another document counted, which is therefore less
 * certain. What a speaker notes is not counted.
 * Does not catch: pages where no program counted them. Known false alarms: clients who leave out references or tables.
 */
export const lengthOutOfRange: Rule<'document', unknown, NonNullable<LengthAsked>> = defineRule({
  id: 'formatting/length-out-of-range',
  title: 'The document is shorter or longer than asked',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  demands: ['length.words', 'length.characters', 'length.pages'],
  why: 'The client set the length: a text far off it must be written again.',
  advice: 'Bring the text to {{expected}}.',
  messages: {
    short: 'The document has {{found}}, and {{expected}} were asked for',
    long: 'The document has {{found}}, and {{expected}} were asked for',
    saved: { text: 'The document had {{found}} when it was saved, and {{expected}} were asked for', certainty: 'likely' },
  },
  asks: ({ length }) => length,
  *check({ model, asked, looked, notChecked }) {
    const texts = countedTexts(model.blocks);
    for (const unit of ['words', 'characters'] as const) {
      const range = asked[unit];
      if (!range) continue;
      const { fewest, most } = unit === 'words' ? addCounts(texts.map(countWords)) : countCharacters(texts);
      looked({ [unit]: fewest });
      const expected = `${rangeText(range)} ${unit}`;
      if (range.min !== undefined && most < range.min * (1 - TOLERANCE))
        yield { messageId: 'short', data: { found: amount(most, unit), expected }, at: { kind: 'file' }, key: unit };
      if (range.max !== undefined && fewest > range.max * (1 + TOLERANCE))
        yield { messageId: 'long', data: { found: amount(fewest, unit), expected }, at: { kind: 'file' }, key: unit };
    }
    if (!asked.pages) return;
    const count = model.parts.pageCount;
    if (count === undefined) {
      notChecked('format', `Pages are not counted: this ${model.format} file does not say where they end. Ask for words instead.`);
      return;
    }
    looked({ pages: count });
    const { min = 0, max = Infinity } = asked.pages;
    const data = { found: amount(count, 'pages'), expected: `${rangeText(asked.pages)} pages` };
    const isExact = model.format === 'pdf' || model.format === 'pptx';
    if (count < min) yield { messageId: isExact ? 'short' : 'saved', data, at: { kind: 'file' }, key: 'pages' };
    if (count > max) yield { messageId: isExact ? 'long' : 'saved', data, at: { kind: 'file' }, key: 'pages' };
  },
});

type LengthAsked = { readonly words?: Range; readonly characters?: Range; readonly pages?: Range } | undefined;

/** Without and with white space; pictures and line ends are no characters. */
function countCharacters(texts: readonly string[]): { fewest: number; most: number } {
  return texts.reduce(
    ({ fewest, most }, text) => {
      const visible = text.replaceAll('\uFFFC', '').trim();
      return { fewest: fewest + Array.from(visible.replace(/\s+/gu, '')).length, most: most + Array.from(visible).length };
    },
    { fewest: 0, most: 0 },
  );
}

function rangeText({ min, max }: Range): string {
  if (min !== undefined && max !== undefined) return min === max ? shown(min) : `${shown(min)} to ${shown(max)}`;
  return max === undefined ? `at least ${shown(min ?? 0)}` : `at most ${shown(max)}`;
}

function amount(count: number, unit: 'words' | 'characters' | 'pages'): string {
  return `${shown(count)} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

function shown(count: number): string {
  return count.toLocaleString('en-US');
}
