import { defineRule, type Rule } from '@preflag/core';
import { FRANC_CODES, isAlike, languageOf } from '@preflag/readers/language';
import { paragraphLanguages, type ParagraphLanguage } from '../../../facts/paragraph-languages.ts';

/** So much of the text in another language, by letters, and the document is in it. */
const MOST = 0.6;
/** So little of it are quotations, titles and names. */
const LEAST = 0.05;

/**
 * Looks at paragraphs and items long enough to tell; code, quotations and references are left alone.
 * Does not catch: short texts, languages that are too much alike (Danish and Norwegian), and those that are not told apart here.
 * Known false alarms: documents that quote at length without quotation marks.
 */
export const languageNotAsAsked: Rule<'document', unknown, string> = defineRule({
  id: 'formatting/language-not-as-asked',
  title: 'The document is not in the language that the job asks for',
  severity: 'critical',
  certainty: 'certain',
  reads: 'document',
  facts: [paragraphLanguages],
  demands: ['language'],
  why: 'The client’s readers cannot read it.',
  advice: 'Write the text in {{expected}}.',
  messages: {
    whole: 'The document is in {{found}}, and the job asks for {{expected}}',
    part: { text: 'This paragraph is in {{found}}, and the job asks for {{expected}}', severity: 'important', certainty: 'likely' },
  },
  asks: ({ language, type }) => (type === 'translation' ? undefined : language),
  *check({ model, asked, facts, looked, notChecked }) {
    const told = facts(paragraphLanguages);
    const language = languageOf(asked) ?? '';
    if (told.length === 0 || FRANC_CODES[language] === undefined) {
      if (told.length === 0) notChecked('nothing-to-check', 'No paragraph is long enough to tell its language.');
      else notChecked('language', `${nameOf(asked)} is not told from other languages here.`);
      return;
    }
    looked({ paragraphs: told.length });
    const others = told.flatMap((one) => {
      const found = otherLanguage(one, language);
      return found === undefined ? [] : [{ block: one.block, found }];
    });
    const units = (list: readonly Pick<ParagraphLanguage, 'block'>[]): number =>
      list.reduce((sum, { block }) => sum + block.text.length, 0);
    const expected = nameOf(asked);
    if (units(others) > units(told) * MOST) {
      const most = others.toSorted((a, b) => b.block.text.length - a.block.text.length)[0];
      yield { messageId: 'whole', data: { found: nameOf(most?.found ?? ''), expected }, at: { kind: 'file' }, key: 'language' };
    } else if (units(others) > units(told) * LEAST) {
      for (const { block, found } of others)
        yield {
          messageId: 'part',
          data: { found: nameOf(found), expected },
          found: block.text.slice(0, 200),
          at: model.locate(block),
          group: found,
        };
    }
  },
});

/** So much better, of 1, must another language fit. */
const MARGIN = 0.1;

function otherLanguage({ scores }: ParagraphLanguage, language: string): string | undefined {
  const [best] = [...scores].toSorted(([, a], [, b]) => b - a);
  if (!best || isAlike(best[0], language) || best[1] - (scores.get(language) ?? 0) < MARGIN) return undefined;
  return best[0];
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
