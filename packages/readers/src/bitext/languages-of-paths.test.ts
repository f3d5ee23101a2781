import { expect, it } from 'vitest';
import { languagesOfPaths } from './languages-of-paths.ts';

it.each([
  ['/a/report.md', '/out/report.de.md', { target: 'de' }],
  ['/a/report.docx', '/out/report-pt-BR.docx', { target: 'pt-BR' }],
  ['/a/readme.md', '/a/readme.zh-cn.md', { target: 'zh-CN' }],
  ['/app/values/strings.xml', '/app/values-pt-rBR/strings.xml', { target: 'pt-BR' }],
  ['/app/Base.lproj/x.strings', '/app/de.lproj/x.strings', { target: 'de' }],
  ['/app/en.lproj/x.strings', '/app/zh-Hant.lproj/x.strings', { source: 'en', target: 'zh-Hant' }],
  ['/app/locales/en-US/nodes/a.html', '/app/locales/ja/nodes/a.html', { source: 'en-US', target: 'ja' }],
  ['/site/docs/intro.md', '/site/docs/fr/intro.md', { target: 'fr' }],
  ['/video/english.vtt', '/video/german.vtt', { source: 'en', target: 'de' }],
  ['/i18n/template.json', '/i18n/sv.json', { target: 'sv' }],
  ['/a/README.md', '/a/README_CN.md', { target: 'zh-CN' }],
  ['/a/README.md', '/a/README-DE.md', { target: 'de' }],
  ['/a/README_EN.md', '/a/README_BR.md', { source: 'en', target: 'pt-BR' }],
  ['/a/readme.md', '/a/readme.kr.md', { target: 'ko' }],
  ['/a/messages.json', '/a/messages_br.json', { target: 'br' }],
  ['/a/fr_FR.json', '/a/fr_CA.json', { source: 'fr-FR', target: 'fr-CA' }],
  ['/a/plan_V1.md', '/a/plan_V2.md', {}],
  ['/a/q3_US.md', '/b/q3_TBD.md', {}],
  ['/a/it/x.md', '/a/it/x.md', {}],
  ['/a/plan.md', '/a/plan-new.md', {}],
  ['/a/notes-to.md', '/b/to-do.md', {}],
  ['/a/yes.json', '/a/no.json', {}],
  ['/in/report.md', '/no/report.md', {}],
  ['/home/is/in/report.md', '/home/is/out/report.md', {}],
  ['/a/january.vtt', '/a/march.vtt', {}],
])('the languages of %s and %s', (source, target, expected) => {
  expect(languagesOfPaths(source, target)).toEqual(expected);
});
