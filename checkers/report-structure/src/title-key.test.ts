import { expect, it } from 'vitest';
import { titleKey, titleNumber } from './title-key.ts';

it.each([
  ['1. Executive Summary', 'executive summary', '1'],
  ['2.3 Findings:', 'findings', '2.3'],
  ['IV. Method & Data', 'method and data', 'IV'],
  ['Chapter 3: What’s next?', 'whats next', 'Chapter 3'],
  ['一、背景介绍', '背景介绍', '一'],
  ['第二章 方法', '方法', '第二章'],
  ['Appendix', 'appendix', ''],
  ['A view from above', 'a view from above', ''],
  ['2010 results', '2010 results', ''],
  ['Civil law {#civil}', 'civil law', ''],
])('reads the title %j', (title, key, number) => {
  expect([titleKey(title), titleNumber(title)]).toEqual([key, number]);
});
