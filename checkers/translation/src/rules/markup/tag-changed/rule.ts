import { defineRule, type Problem, type Rule } from '@preflag/core';
import { differences } from '../../../markup/differences.ts';
import { findBbcode } from '../../../markup/find-bbcode.ts';
import { findTags, isWordInBrackets, unpairedTag, type Tag } from '../../../markup/find-tags.ts';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** So many tags of a text are named one by one; of more, their number is told. */
const MOST_NAMED = 20;
/** Code that a page would run. */
const RUNS = /<script\b|<[a-z][^<>]{0,500}\son[a-z]{3,20}\s?=|(?:href|src)\s?=\s?["']?\s?javascript:/i;

/**
 * Compares tags of html, xml, React and BBCode by name and number, and whether each start still has its end.
 * Words in angle brackets (<file>), as the help of programs has them, may be translated: they are counted.
 * Does not catch: two tags that changed places, attributes (addresses in them are those of translation/url-changed); BBCode of which neither side has a start with its end.
 * Known false alarms: words in angle brackets, such as <name>, in documents; they are only likely there.
 */
export const tagChanged: Rule<'bitext'> = defineRule({
  id: 'translation/tag-changed',
  title: 'A tag differs between source and translation',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  why: 'The text loses its format or its link, or the page is shown broken.',
  advice: 'Put the tags of the source around the same words of the translation.',
  messages: {
    unsafe: { text: 'The translation holds code that the page would run, and the source does not: {{found}}', severity: 'important' },
    missing: 'The tag {{expected}} of the source is not in the translation',
    added: 'The tag {{found}} is not in the source',
    words: { text: 'The source has {{expected}}, and the translation has fewer words in angle brackets', certainty: 'hint' },
    many: 'More tags differ: {{missing}} of the source not in the translation, {{added}} of the translation not in the source',
    unpaired: 'The tag {{found}} has no partner where it should, unlike in the source',
    inProse: { text: 'The tags differ: the source has {{expected}}, the translation {{instead}}', certainty: 'likely' },
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const { source, target } = segment;
      if (!/[<[]/.test(source) && !/[<[]/.test(target)) continue;
      const related = relatedSource(model, segment);
      for (const problem of unsafeCode(segment)) yield { ...problem, related };
      for (const [own, other] of [[findTags(source), findTags(target)], findBbcode(source, target)] as const) {
        for (const problem of problemsOf(segment, own, other)) yield { ...problem, related };
      }
    }
  },
});

function* unsafeCode({ id, source, target }: TranslatedSegment): Generator<Problem> {
  const code = RUNS.test(source) ? undefined : RUNS.exec(target);
  if (code)
    yield { messageId: 'unsafe', data: { found: code[0] }, at: { kind: 'segment', id, offset: code.index, length: code[0].length } };
}

function* problemsOf(segment: TranslatedSegment, source: readonly Tag[], target: readonly Tag[]): Generator<Problem> {
  const { id } = segment;
  const at = { kind: 'segment', id } as const;
  const { missing, added } = differences(source, target);
  if (missing.length + added.length === 0) {
    const unpaired = unpairedTag(source) ? undefined : unpairedTag(target);
    if (unpaired) yield { messageId: 'unpaired', data: { found: unpaired.text }, at: placeOf(unpaired, id) };
  } else if (isInterfaceText(segment)) {
    const ends = new Set([...source, ...target].flatMap(({ key }) => (key.startsWith('/') ? [key] : [])));
    yield* ofTags(segment, missing, added, (tag) => isWordInBrackets(tag, ends));
  } else yield { messageId: 'inProse', data: { expected: listOf(missing), instead: listOf(added) }, at };
}

/** Of a text of a program, in which tags are tags; words in angle brackets are counted only. */
function* ofTags(
  segment: TranslatedSegment,
  missing: readonly Tag[],
  added: readonly Tag[],
  isWord: (tag: Tag) => boolean,
): Generator<Problem> {
  const { id } = segment;
  const at = { kind: 'segment', id } as const;
  const [lost, fresh] = [missing.filter((tag) => !isWord(tag)), added.filter((tag) => !isWord(tag))];
  for (const tag of lost.slice(0, MOST_NAMED)) yield { messageId: 'missing', data: { expected: tag.text }, at, key: `${id} ${tag.key}` };
  for (const tag of fresh.slice(0, MOST_NAMED))
    yield { messageId: 'added', data: { found: tag.text }, at: placeOf(tag, id), key: `${id} ${tag.key}` };
  const more = { missing: Math.max(0, lost.length - MOST_NAMED), added: Math.max(0, fresh.length - MOST_NAMED) };
  if (more.missing + more.added > 0) yield { messageId: 'many', data: more, at, key: `${id} more tags` };
  const words = missing.filter(isWord);
  // In other letters they are no tags any more: <файл>.
  if (words.length > 0 && bracketsIn(segment.source) > bracketsIn(segment.target))
    yield { messageId: 'words', data: { expected: listOf(words) }, at, key: `${id} words` };
}

function bracketsIn(text: string): number {
  return text.match(/<[^<>]{1,80}>/g)?.length ?? 0;
}

function placeOf({ offset, text }: Tag, id: string): Problem['at'] {
  return { kind: 'segment', id, offset, length: text.length };
}

function listOf(tags: readonly Tag[]): string {
  if (tags.length === 0) return 'none';
  const named = tags.slice(0, MOST_NAMED).map(({ text }) => text);
  return [...named, ...(tags.length > MOST_NAMED ? [`and ${tags.length - MOST_NAMED} more`] : [])].join(' ');
}
