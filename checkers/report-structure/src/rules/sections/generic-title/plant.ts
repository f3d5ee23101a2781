import { bytesOf, definePlant, editParts, textOf, withFile, type Plant } from '@preflag/testing';
import { reportOf } from '../../../report-plants.ts';

export const genericTitlePlant: Plant = definePlant({
  rule: 'report-structure/generic-title',
  clean: () => reportOf('# Rents in the regions', 'Few homes.'),
  ways: {
    'a title of a template, in markdown': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.md') && textOf(clean, name).startsWith('# '));
      if (path === undefined) return undefined;
      const example = withFile(clean, path, textOf(clean, path).replace(/^# .*/, '# Untitled document'));
      return { example, findings: [{ messageId: 'heading', file: path, excerpt: 'Untitled document' }] };
    },
    'a title of a template, in a Word document': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.docx'));
      const bytes =
        path === undefined
          ? undefined
          : editParts(bytesOf(clean, path), (parts) => {
              const name = 'docProps/core.xml';
              if (!parts[name]?.includes('</cp:coreProperties>')) return false;
              parts[name] = parts[name].replace('</cp:coreProperties>', '<dc:title>Document1</dc:title></cp:coreProperties>');
              return true;
            });
      return path !== undefined && bytes
        ? { example: withFile(clean, path, bytes), findings: [{ messageId: 'property', file: path }] }
        : undefined;
    },
  },
});
