import { definePlant, textOf, withFile, type Example, type Plant, type Planted } from '@preflag/testing';

const SENTENCE = 'The office counts all new leases at the end of every month.';

export const untranslatedSegmentPlant: Plant = definePlant({
  rule: 'translation/untranslated-segment',
  clean: () => ({
    files: { 'bericht.md': '# Mieten\n\nDie Mieten stiegen im Süden am meisten.\n' },
    beside: { 'report.md': '# Rents\n\nRents rose most in the south.\n' },
    job: {
      deliverables: [{ path: 'bericht.md', type: 'translation', source: 'report.md', language: 'de-DE' }],
    },
  }),
  ways: {
    'a sentence stayed in the source language': (clean) => leave(clean, SENTENCE, 'identical', SENTENCE),
    'a heading of one word stayed in the source language': (clean) => leave(clean, '## Summary', 'label', 'Summary'),
  },
});

/** Adds a text to the source, and the same one to the translation. */
function leave(clean: Example, text: string, messageId: string, excerpt: string): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
  const source = Object.keys(clean.beside ?? {}).find((name) => name.endsWith('.md'));
  const original = source === undefined ? undefined : clean.beside?.[source];
  const isTranslation = clean.job?.deliverables.some((deliverable) => 'source' in deliverable && deliverable.source === source);
  if (path === undefined || source === undefined || typeof original !== 'string' || !isTranslation) return undefined;
  const translated = withFile(clean, path, `${textOf(clean, path).trimEnd()}\n\n${text}\n`);
  return {
    example: { ...translated, beside: { ...clean.beside, [source]: `${original.trimEnd()}\n\n${text}\n` } },
    findings: [{ messageId, file: path, excerpt }],
  };
}
