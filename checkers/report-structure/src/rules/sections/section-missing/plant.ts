import { definePlant, textOf, withFile, type Example, type Plant, type Planted } from '@preflag/testing';

export const sectionMissingPlant: Plant = definePlant({
  rule: 'report-structure/section-missing',
  clean: () => ({
    files: { 'report.md': '# Sales\n\n## 1. Summary\n\nSales rose.\n\n## 2. Findings\n\nRents too.\n' },
    job: { deliverables: [{ path: 'report.md', sections: [{ title: 'Summary' }, { title: 'Findings' }] }] },
  }),
  ways: {
    'a section is left out': (clean) => change(clean, (text) => text.replace(/\n## [^\n]*\n[^#]*$/, '\n'), { messageId: 'missing' }),
    'a section is empty': (clean) => change(clean, (text) => text.replace(/(\n## [^\n]*\n)[^#]*$/, '$1'), { messageId: 'empty' }),
  },
});

function change(clean: Example, edit: (text: string) => string, finding: { messageId: string }): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
  const asks = clean.job?.deliverables.some((deliverable) => 'sections' in deliverable);
  if (path === undefined || !asks) return undefined;
  const text = edit(textOf(clean, path));
  return text === textOf(clean, path) ? undefined : { example: withFile(clean, path, text), findings: [{ ...finding, file: path }] };
}
