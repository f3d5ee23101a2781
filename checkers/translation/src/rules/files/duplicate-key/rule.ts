import { defineRule, type Rule } from '@preflag/core';

/**
 * Compares the keys of a localisation file: ids of xliff units within a file, msgid with its context, names of resources, keys of
 * properties and strings. Keys that stand twice in json are those of integrity/corrupt-file.
 * Does not catch: keys that differ in case only.
 * Known false alarms: none seen.
 */
export const duplicateKey: Rule<'bitext'> = defineRule({
  id: 'translation/duplicate-key',
  title: 'A key stands twice in a localisation file',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  why: 'The program shows one of the two texts and nobody knows which, or refuses the file.',
  advice: "Keep one entry of '{{key}}'.",
  messages: { twice: "The key '{{key}}' stands twice" },
  *check({ model, looked }) {
    const { catalog, segments } = model;
    if (!catalog) return;
    looked({ segments: segments.length });
    for (const { id, at, firstAt } of catalog.duplicates)
      yield { messageId: 'twice', data: { key: id }, at, key: id, related: [{ at: firstAt, label: 'the first one' }] };
  },
});
