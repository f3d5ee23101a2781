import { definePlant, withoutFile, type Plant } from '@preflag/testing';

export const missingDeliverablePlant: Plant = definePlant({
  rule: 'integrity/missing-deliverable',
  clean: () => ({
    files: { 'report.md': '# Report\n\nAll is well.\n', 'data/a.csv': 'id,name\n1,x\n' },
    job: { deliverables: [{ path: 'report.md' }, { path: 'data/*.csv' }] },
  }),
  ways: {
    'a file is not there': (clean) => {
      const [path] = Object.keys(clean.files);
      if (path === undefined || !clean.job?.deliverables.some((deliverable) => 'path' in deliverable && deliverable.path === path))
        return undefined;
      return { example: withoutFile(clean, path), findings: [{ messageId: 'missing', file: '.' }] };
    },
    'a folder has taken its place': (clean) => {
      const [path] = Object.keys(clean.files);
      const content = path === undefined ? undefined : clean.files[path];
      if (
        path === undefined ||
        content === undefined ||
        !clean.job?.deliverables.some((deliverable) => 'path' in deliverable && deliverable.path === path)
      )
        return undefined;
      const { files } = withoutFile(clean, path);
      return {
        example: { ...clean, files: { ...files, [`${path}/content.md`]: content } },
        findings: [{ messageId: 'folder', file: '.' }],
      };
    },
  },
});
