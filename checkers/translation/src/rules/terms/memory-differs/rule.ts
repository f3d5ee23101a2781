import { defineRule, type DataFile, type NotCheckedCode, type Problem, type Rule } from '@preflag/core';
import type { Bitext } from '@preflag/readers';
import { createMemory, folded, type Approved, type LanguagePair, type Memory } from '../../../memory/memory.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/** Translations of one text that a message shows. */
const MOST_SHOWN = 3;

/**
 * Where the whole source text of a segment stands in the job's memory with an approved translation, the translation should be that one,
 * or one of several. White space does not count. Entries that are empty or marked as unfinished are left out, and texts that the memory
 * leaves as they are.
 * Does not catch: texts that the memory has in part only, or in another division into sentences; memories from the target into the source.
 * Known false alarms: a text that must be another one in its new surroundings; a translation that is better than the approved one.
 */
export const memoryDiffers: Rule<'bitext', unknown, readonly string[]> = defineRule<'bitext', unknown, readonly string[]>({
  id: 'translation/memory-differs',
  title: 'A text is not translated as it was approved before',
  severity: 'minor',
  certainty: 'hint',
  reads: 'bitext',
  needs: ['source', 'data'],
  demands: ['memory'],
  why: 'The client has paid for the approved wording, and readers take two wordings for two things.',
  advice: 'Use the approved translation, or say why not.',
  messages: { differs: "The text was approved before as '{{expected}}', and is translated in another way here" },
  asks: ({ memory }) => memory,
  *check({ model, asked, data, looked, notChecked }) {
    const segments = translatedSegments(model);
    const targets = new Set(segments.map(({ language }) => language ?? model.targetLanguage));
    const memory = readMemory(asked, data, { source: model.sourceLanguage, targets: [...targets] }, notChecked);
    if (memory.size === 0) return;
    let found = 0;
    for (const segment of segments) {
      const { id, source, target } = segment;
      const approved = memory.approved(source, segment.language ?? model.targetLanguage);
      if (approved.length === 0) continue;
      found += 1;
      const [own, text] = [folded(target), folded(source)];
      const texts = [...new Set(approved.map((one) => folded(one.text)))];
      if (texts.includes(own) || texts.every((one) => one === text)) continue;
      yield {
        messageId: 'differs',
        data: { expected: texts.slice(0, MOST_SHOWN).join("' or '") },
        at: { kind: 'segment', id },
        related: [...relatedSource(model, segment), ...approved.slice(0, MOST_SHOWN).flatMap(relatedMemory)],
      };
    }
    looked({ segments: found });
    if (found === 0) notChecked('nothing-to-check', 'None of the source texts stands in the memory as a whole.');
  },
});

function readMemory(
  names: readonly string[],
  data: ReadonlyMap<string, DataFile>,
  pair: LanguagePair,
  notChecked: (code: NotCheckedCode, text: string) => void,
): Memory {
  const memory = createMemory(pair);
  for (const name of names) {
    const file = data.get(name);
    if (!file || 'unread' in file || !isBitext(file.model)) {
      notChecked('unreadable', `${name}: ${file && 'unread' in file ? file.unread : 'The memory is not there.'}`);
      continue;
    }
    const reason = memory.add(file.model);
    if (reason !== undefined) notChecked('no-data', `${name}: ${reason}`);
  }
  return memory;
}

function isBitext(model: { readonly kind: string }): model is Bitext {
  return model.kind === 'bitext';
}

function relatedMemory({ file, at }: Approved): NonNullable<Problem['related']> {
  return at ? [{ file, at, label: 'the memory' }] : [];
}
