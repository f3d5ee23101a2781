import { defineFact, type Fact } from '@preflag/core';
import type { Block, Document, FontUse } from '@preflag/readers';
import { textLanguage } from '@preflag/readers/language';
import { addCounts, countWords } from '@preflag/readers/words';
import { isReference } from '../is-reference.ts';
import { byVariant } from '../minority.ts';
import { CITATION_STYLES } from '../rules/consistency/mixed-citation-styles/citation-styles.ts';
import { datePattern } from '../rules/consistency/mixed-date-formats/date-pattern.ts';
import { headingCase, namesIn } from '../rules/consistency/mixed-heading-case/heading-case.ts';
import { countedTexts } from '../rules/length/length-out-of-range/counted-texts.ts';
import { LEAST_SHARE } from '../rules/page/font-not-as-asked/rule.ts';
import { sizeName } from '../rules/page/page-not-as-asked/page-size.ts';
import { MARKS, marksByForm } from '../rules/typography/mixed-quotes/marks-by-form.ts';
import { citations } from './citations.ts';
import { dates } from './dates.ts';
import { headings } from './headings.ts';
import { ownProse } from './own-prose.ts';
import { proseBlocks } from './prose-blocks.ts';

/** How often each form of a thing that a job can ask for is used. */
type Forms = Readonly<Record<string, number>>;

/** What a document is like, in the terms in which a job asks: forms and how often they are used, and no text. */
export interface DocumentTraits {
  /** ISO 639-1; absent where it cannot be told. */
  readonly language?: string;
  /** The fewer of the two ways of counting; see countWords. */
  readonly words: number;
  readonly pages?: number;
  /** Sizes of pages such as `A4` or `A4 landscape`, by sections. */
  readonly pageSizes: Forms;
  /** The font of nearly all text of a kind; absent where it has several. */
  readonly fonts: { readonly [role in 'body' | 'headings']?: readonly [name: string, size: number] };
  readonly headings: Forms;
  /** How many dates there are, and how many each format fits; more than one format can fit a date. */
  readonly dates: { readonly count: number; readonly formats: Forms };
  /** Quotation marks and apostrophes: `straight` and `curly`. */
  readonly quotes: Forms;
  /** By the names that a job has for the styles. */
  readonly citations: Forms;
}

/** Formats that are worth asking for, the plainest first. */
const DATE_FORMATS = [
  'YYYY-MM-DD',
  'D MMMM YYYY',
  'MMMM D, YYYY',
  'D MMM YYYY',
  'MMM D, YYYY',
  'D. MMMM YYYY',
  'DD.MM.YYYY',
  'D.M.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
];

/** For jobs that are made from examples: see the rules that check these demands. */
export const documentTraits: Fact<'document', DocumentTraits> = defineFact({
  id: 'formatting/document-traits',
  reads: 'document',
  portable: true,
  uses: [citations, dates, headings, ownProse, proseBlocks, textLanguage],
  compute(model, facts) {
    const language = facts(textLanguage);
    const prose = facts(proseBlocks);
    const own = facts(ownProse);
    const written = facts(dates).filter(({ year, block }) => year !== undefined && !isReference(block));
    const fits = (format: string): number => written.filter(({ found }) => datePattern(format)?.test(found)).length;
    return {
      ...(language !== undefined && { language }),
      words: addCounts(countedTexts(model.blocks).map(countWords)).fewest,
      ...(model.parts.pageCount !== undefined && { pages: model.parts.pageCount }),
      pageSizes: countBy((model.parts.pages ?? []).map(pageName)),
      fonts: fontsOf(model.parts.fonts ?? []),
      headings: language === 'en' ? headingForms(facts(headings), prose) : {},
      dates: { count: written.length, formats: Object.fromEntries(DATE_FORMATS.map((format) => [format, fits(format)])) },
      quotes: countBy(MARKS.flatMap(({ pattern }) => [...marksByForm(own, pattern)].flatMap(([form, hits]) => hits.map(() => form)))),
      citations: countBy(facts(citations).map(({ style }) => styleName(style))),
    };
  },
});

function countBy(names: readonly string[]): Forms {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

function pageName(page: NonNullable<Document['parts']['pages']>[number]): string {
  return `${sizeName(page)}${page.width > page.height ? ' landscape' : ''}`;
}

/** A font counts where no other is used for so much of the text that a demand for it would find that. */
function fontsOf(uses: readonly FontUse[]): DocumentTraits['fonts'] {
  const fontOf = (role: FontUse['role']): readonly [string, number] | undefined => {
    const own = uses.filter((use) => use.role === role);
    const all = own.reduce((sum, { units }) => sum + units, 0);
    const [first, ...others] = own.filter(({ units }) => units >= all * LEAST_SHARE);
    return first && others.length === 0 ? [first.font, first.size] : undefined;
  };
  const [body, ofHeadings] = [fontOf('body'), fontOf('heading')];
  return { ...(body && { body }), ...(ofHeadings && { headings: ofHeadings }) };
}

function headingForms(all: readonly Block[], prose: readonly Block[]): Forms {
  const names = namesIn(prose.flatMap((block) => (block.type === 'heading' ? [] : [block.prose])));
  const hits = all.map((block) => ({ block, offset: 0, found: block.text }));
  const forms = byVariant(hits, ({ block }) => headingCase(block.prose, names));
  return Object.fromEntries([...forms].map(([form, { length }]) => [form, length]));
}

/** The first name of a style: `numeric` and `ieee` look alike in the text, and the plainer is asked for. */
function styleName(style: (typeof CITATION_STYLES)[keyof typeof CITATION_STYLES][0]): string {
  const names = Object.entries(CITATION_STYLES).filter(([, [shape]]) => shape === style);
  return names.at(-1)?.[0] ?? style;
}
