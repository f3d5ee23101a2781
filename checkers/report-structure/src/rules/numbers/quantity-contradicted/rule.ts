import { defineRule, type Rule } from '@preflag/core';
import { noteUnknownLanguage, textLanguage } from '@preflag/readers/language';
import type { Block } from '@preflag/readers';
import { figures } from '../../../facts/figures.ts';
import type { Figure } from '../../../numbers/find-figures.ts';
import { sentencesOf } from '../../../numbers/sentences.ts';

const LANGUAGES = ['en', 'de'];

/**
 * Compares what the same words (`total revenue was`, `the average rent of`) are said to be in different places, with the same unit and
 * in sentences that name the same years, quarters and months.
 * Does not catch: the same quantity in other words.
 * Known false alarms: quantities of different things that only the sections around tell apart.
 */
export const quantityContradicted: Rule<'document'> = defineRule({
  id: 'report-structure/quantity-contradicted',
  title: 'The same quantity has two values',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [figures, textLanguage],
  languages: LANGUAGES,
  why: 'One of the two is wrong, and the reader cannot tell which.',
  advice: 'Use the value that is right in both places.',
  messages: { two: "The {{quantity}} is {{found}} here and {{other}} in '{{where}}'" },
  *check(context) {
    const { model, facts, looked } = context;
    noteUnknownLanguage(context, LANGUAGES);
    const known = new Map<string, Quantity[]>();
    for (const { block, figures: all } of facts(figures).blocks) {
      for (const quantity of quantitiesIn(block, all)) {
        looked({ quantities: 1 });
        const key = `${quantity.words} ${quantity.figure.unit} ${quantity.period}`;
        const others = known.get(key) ?? [];
        known.set(key, [...others, quantity].slice(-MOST_KEPT));
        const other = others.find((one) => one.block !== block && !isSame(one.figure, quantity.figure));
        // What has many values is a list of different things.
        if (!other || others.some((one) => one !== other && !isSame(one.figure, other.figure))) continue;
        yield {
          messageId: 'two',
          data: {
            quantity: quantity.words,
            found: quantity.figure.text,
            other: other.figure.text,
            where: other.block.path.at(-1) ?? 'the text before',
          },
          at: model.locate(block, quantity.figure.start, quantity.figure.end - quantity.figure.start),
          related: [{ at: model.locate(other.block, other.figure.start, other.figure.end - other.figure.start), label: 'the other value' }],
        };
      }
    }
  },
});

interface Quantity {
  readonly words: string;
  readonly period: string;
  readonly figure: Figure;
  readonly block: Block;
}

const MOST_KEPT = 4;
const LABEL =
  /(?<!\p{L})((?:total|overall|average|median|annual|net|gross|durchschnittliche[rns]?|gesamte[rns]?)(?:\s\p{L}[\p{L}-]{1,24}){1,3}?|gesamt\p{Ll}{4,24})\s(?:was|were|is|are|of|reached|amounted to|totall?ed|stood at|came to|betrug|beträgt|lag bei|liegt bei|von|belief sich auf)\s(?:about |around |approximately |nearly |rund |etwa )?$/iu;
const PERIOD =
  /(?<!\d)(?:19|20)\d{2}(?!\d)|\b[QH][1-4]\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember)\b/giu;
/** Sentences that speak of another case than the one that is. */
const OTHER_CASE =
  /\b(?:if|would|could|might|scenario|target|forecast|projected|expected|budget|planned|previous|prior|last year|each|per|respectively|wenn|würde|könnte|ziel|prognose|vorjahr|pro|je)\b/iu;

function* quantitiesIn(block: Block, all: readonly Figure[]): Generator<Quantity> {
  for (const { start, end } of sentencesOf(block.prose)) {
    const own = all.filter((figure) => figure.start >= start && figure.end <= end);
    const sentence = block.prose.slice(start, end);
    if (own.length === 0 || OTHER_CASE.test(sentence)) continue;
    for (const figure of own) {
      const label = LABEL.exec(block.prose.slice(Math.max(start, figure.start - 120), figure.start));
      if (!label?.[1]) continue;
      // What follows belongs to the quantity: `total revenue of 4 million in the north`.
      const rest = sentence.slice(figure.end - start).match(/^[^,.;:(]{0,80}/)?.[0] ?? '';
      const subject = block.prose.slice(start, Math.max(start, figure.start - label[0].length));
      const names = [...`${subject.slice(-80)} ${rest}`.matchAll(/(?<!^)(?!(?:Der|Die|Das|The|A|An|In|Our|Its)\b)\p{Lu}[\p{L}-]+/gu)].map(
        ([name]) => name,
      );
      const period = [...new Set([...(sentence.match(PERIOD) ?? []), ...names].map((word) => word.toLowerCase()))].toSorted().join(' ');
      yield {
        words: label[1].toLowerCase(),
        period: `${period} ${rest.trim().toLowerCase().split(/\s+/).slice(0, 4).join(' ')}`,
        figure,
        block,
      };
    }
  }
}

function isSame(a: Figure, b: Figure): boolean {
  const slack = (Math.max(a.step, b.step) / 2) * 1.001 + (a.isRough || b.isRough ? Math.abs(a.value) * 0.05 : 0);
  return Math.abs(a.value - b.value) <= slack;
}
