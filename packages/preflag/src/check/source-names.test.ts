import { expect, it } from 'vitest';
import { sourceNames } from './source-names.ts';

it.each([
  ['report.de.md', ['report.md', 'report.en.md']],
  ['i18n/messages_pt_BR.properties', ['i18n/messages.properties', 'i18n/messages_en.properties']],
  ['res/values-zh-rTW/strings.xml', ['res/values/strings.xml']],
  ['de.lproj/Localizable.strings', ['en.lproj/Localizable.strings', 'Base.lproj/Localizable.strings']],
  ['locales/pt-br/nodes/help.html', ['locales/en-US/nodes/help.html', 'locales/nodes/help.html']],
  ['de.json', ['en.json', 'template.json']],
  ['docs/README_CN.md', ['docs/README.md', 'docs/README_EN.md']],
  ['readme.cn.md', ['readme.md', 'readme.en.md']],
])('%s may be translated from these', (path, expected) => {
  const names = sourceNames(path);
  expect(names[0]).toBe(path);
  expect(names).toEqual(expect.arrayContaining(expected));
});

it('takes the ending of a file and short words for no language', () => {
  expect(sourceNames('app.po')).toEqual(['app.po']);
  expect(sourceNames('out/api.md')).toEqual(['out/api.md']);
  expect(sourceNames('Report of the year.docx')).toEqual(['Report of the year.docx']);
});
