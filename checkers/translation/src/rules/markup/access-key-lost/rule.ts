import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { Bitext } from '@preflag/readers';
import { findKeys, isLabel } from '../../../access-keys/find-keys.ts';
import { keyOfLabel, usedMark, type UsedMark } from '../../../access-keys/used-mark.ts';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/**
 * Compares the access keys of labels in files that use them: the sign before the letter that opens a menu or presses a button, `_File`
 * (GTK), `&File` (Qt, Windows) or `~File` (LibreOffice). At least three labels of the source must have the same sign, else it is
 * taken for a part of the text. `文件(_F)` has its key.
 * Does not catch: two labels of one menu with the same key, since files do not say which labels share a menu; keys that the keyboard of
 * the language has not; labels of several lines.
 * Known false alarms: identifiers with one underscore in labels, where the translation says them in words: a sign within a word is only a
 * hint (`Multi_key`).
 */
export const accessKeyLost: Rule<'bitext'> = defineRule({
  id: 'translation/access-key-lost',
  title: 'The access key of a label differs between source and translation',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'Who works with the keyboard cannot reach the command, or the sign itself is shown.',
  advice: 'Put {{mark}} before one letter of the label that no other label of the same menu has.',
  messages: {
    lost: "The label has the access key '{{expected}}' in the source, and none in the translation",
    lostInWord: {
      text: "The label seems to have the access key '{{expected}}' in the source, and has none in the translation",
      certainty: 'hint',
    },
    none: {
      text: 'The labels of the source have access keys ({{count}} of them), and none has one in the translation',
      advice: 'Put {{mark}} before one letter of each label, another one for each label of a menu; or say why the language has none.',
    },
    added: {
      text: "The translation has the access key '{{found}}', and the source has none",
      advice: 'Take {{mark}} out: where the program knows of no access key, it shows the sign.',
    },
    addedInWord: {
      text: "The translation seems to have the access key '{{found}}', and the source has none",
      certainty: 'hint',
      advice: 'Take {{mark}} out: where the program knows of no access key, it shows the sign.',
    },
    several: "The translation has several access keys ({{keys}}), and the source has only '{{expected}}'",
  },
  *check({ model, looked }) {
    const labels = translatedSegments(model).filter((segment) => isInterfaceText(segment) && !segment.cue && isLabel(segment.source));
    const used = usedMark(new Set(labels.map(({ source }) => source)));
    if (!used) return;
    looked({ labels: labels.length });
    const problems = labels.flatMap((segment) => problemOf(model, segment, used));
    const count = labels.filter(({ source }) => keyOfLabel(source, used)).length;
    const isNone = labels.every(({ target }) => findKeys(target, used.mark).length === 0);
    if (isNone) yield { messageId: 'none', data: { count, mark: used.mark }, at: { kind: 'file' } };
    else yield* problems;
  },
});

function problemOf(model: Bitext, segment: TranslatedSegment, used: UsedMark): Problem | readonly [] {
  const { id, source, target } = segment;
  const { mark } = used;
  const rest = { at: { kind: 'segment', id }, related: relatedSource(model, segment), group: 'access-key' } as const;
  const [own, keys] = [keyOfLabel(source, used), findKeys(target, mark)];
  if (own) {
    const expected = keyAt(source, own.offset);
    if (keys.length === 0) return { messageId: own.isInWord ? 'lostInWord' : 'lost', data: { expected, mark }, ...rest };
    return keys.length === 1
      ? []
      : { messageId: 'several', data: { expected, keys: keys.map((key) => keyAt(target, key)).join(' '), mark }, ...rest };
  }
  const added = source.includes(mark) ? undefined : keyOfLabel(target, used);
  if (!added) return [];
  const found = keyAt(target, added.offset);
  return {
    messageId: added.isInWord ? 'addedInWord' : 'added',
    data: { found, mark },
    ...rest,
    at: { ...rest.at, offset: added.offset, length: found.length },
  };
}

/** The mark with its letter. */
function keyAt(text: string, at: number): string {
  return text.charAt(at) + String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
}
