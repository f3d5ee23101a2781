import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { SegmentLink } from '@preflag/readers';
import { linkKey } from '../../../markup/find-addresses.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/**
 * Compares where the links of documents lead, behind their words. The language in an address or a file's name may change, and so may the
 * place within a page. Each address counts once in a text.
 * Does not catch: links to places of the same document; two links that changed places; pictures; links of formats that do not tell them.
 * Known false alarms: links to a page of the target's country on purpose.
 */
export const linkChanged: Rule<'bitext'> = defineRule({
  id: 'translation/link-changed',
  title: 'A link leads elsewhere than in the source, or is lost',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'The reader lands on another page, or cannot go on at all.',
  advice: 'Let it lead to {{expected}}.',
  messages: {
    changed: "The link '{{text}}' leads to {{instead}}, where the source leads to {{expected}}",
    missing: "The source has a link to {{expected}} here ('{{text}}'), and the translation has none",
    added: {
      text: "The link '{{text}}' leads to {{instead}}, where the source has no link",
      severity: 'minor',
      certainty: 'hint',
      advice: 'Take it out, or say why it was added.',
    },
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      if (!segment.links) continue;
      looked({ segments: 1 });
      for (const problem of problemsOf(segment, segment.links)) yield { ...problem, related: relatedSource(model, segment) };
    }
  },
});

function* problemsOf({ id, source, target }: TranslatedSegment, links: NonNullable<TranslatedSegment['links']>): Generator<Problem> {
  const missing = without(links.source, links.target, source);
  const added = without(links.target, links.source, target);
  const at = { kind: 'segment', id } as const;
  for (const { target: expected, text } of missing) {
    const found = added.shift();
    yield {
      messageId: found ? 'changed' : 'missing',
      data: { expected, text: found?.text ?? text, ...(found && { instead: found.target }) },
      at: found ? { ...at, ...placeOf(found.text, target) } : at,
      key: `${id} ${expected}`,
    };
  }
  for (const { target: found, text } of added)
    yield { messageId: 'added', data: { instead: found, text }, at: { ...at, ...placeOf(text, target) }, key: `${id} ${found}` };
}

/** Links that the other side has not, each address once. An address that shows itself is compared by translation/url-changed. */
function without(own: readonly SegmentLink[], other: readonly SegmentLink[], shown: string): SegmentLink[] {
  const known = new Set(other.map(({ target }) => linkKey(target)));
  return own.filter(({ target }) => {
    const key = linkKey(target);
    if (key === '' || known.has(key) || shown.includes(target)) return false;
    known.add(key);
    return true;
  });
}

function placeOf(text: string, target: string): { readonly offset: number; readonly length: number } | undefined {
  const offset = text === '' ? -1 : target.indexOf(text);
  return offset < 0 ? undefined : { offset, length: text.length };
}
