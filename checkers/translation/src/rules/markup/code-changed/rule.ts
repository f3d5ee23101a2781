import { defineRule, type Problem, type Rule } from '@preflag/core';
import { changeInBlock } from '../../../markup/compare-blocks.ts';
import { findAddresses } from '../../../markup/find-addresses.ts';
import { findCode, isSurelyCode, type CodeSpan } from '../../../markup/find-code.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/**
 * Compares what documents mark as code within a text, without regard to white space and case of letters alone, and blocks of code by their
 * numbers and the names that are called, assigned or joined in them.
 * Does not catch: other words and signs in blocks of code; more than one change in a block; code that lost its mark and kept its letters; names, options and paths that another rule compares
 * (translation/url-changed).
 * Known false alarms: names of values that stand for the reader's own, unless they are in angle brackets or quotation marks. Plain words,
 * which may be labels of buttons, are hints.
 */
export const codeChanged: Rule<'bitext'> = defineRule({
  id: 'translation/code-changed',
  title: 'Code within a text differs between source and translation',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'Whoever copies it gets an error, or does something else.',
  advice: "Copy the code from the source as it stands: '{{expected}}'.",
  messages: {
    changed: "The translation has the code '{{found}}' where the source has '{{expected}}'",
    missing: { text: "The code '{{expected}}' of the source is not in the translation", certainty: 'hint' },
    block: "The block of code has '{{found}}' where the source has '{{expected}}'",
    word: { text: "The translation has '{{found}}' in code where the source has '{{expected}}'", severity: 'minor', certainty: 'hint' },
  },
  *check({ model, looked }) {
    for (const segment of model.segments) {
      const { role, source, target, id } = segment;
      if (role !== 'code' || source === undefined || target === undefined) continue;
      looked({ blocks: 1 });
      const change = changeInBlock(source, target);
      if (!change) continue;
      const { found, expected, offset } = change;
      const at = { kind: 'segment', id, offset, length: found.length } as const;
      yield { messageId: 'block', data: { found, expected }, at, key: id, related: relatedSource(model, segment) };
    }
    for (const segment of translatedSegments(model)) {
      const own = findCode(segment.source, segment.sourceProse);
      if (own.length === 0) continue;
      looked({ segments: 1 });
      for (const problem of problemsOf(segment, own)) yield { ...problem, related: relatedSource(model, segment) };
    }
  },
});

function* problemsOf({ id, source, target, targetProse }: TranslatedSegment, own: readonly CodeSpan[]): Generator<Problem> {
  const [original, translation] = [folded(source), folded(target)];
  const added = findCode(target, targetProse).filter(({ text }) => !original.includes(folded(text)));
  for (const { text } of own) {
    if (translation.includes(folded(text)) || isSaidElsewhere(text, target)) continue;
    const isSure = isSurelyCode(text);
    // The nearest in order: code stands in another place in another language.
    const found = added.shift();
    if (!found && !isSure) continue;
    yield {
      messageId: found ? (isSure ? 'changed' : 'word') : 'missing',
      data: { expected: text, ...(found && { found: found.text }) },
      at: { kind: 'segment', id, ...(found && { offset: found.offset, length: found.text.length }) },
      key: `${id} ${text}`,
    };
  }
}

/** An address or a name in it that the translation has not: translation/url-changed says so. */
function isSaidElsewhere(code: string, target: string): boolean {
  return findAddresses(code).some(({ text }) => !target.includes(text));
}

/**
 * Straight and curly marks, kinds of spaces and capitals are no change, nor is a point in front; what stands in angle brackets by itself is
 * for the reader to replace.
 */
function folded(text: string): string {
  return text
    .replace(/^\./, '')
    .replace(/(?<![\p{L}\p{N}_])<[\p{L}\p{N} _-]{1,60}>/gu, '<>')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, '')
    .toLowerCase();
}
