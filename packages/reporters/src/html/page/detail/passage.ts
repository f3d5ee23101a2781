import type { PairSurroundings, Span, TextSurroundings } from '@preflag/core';
import { h, type Child } from '../dom.ts';

/** The paragraph that a text stands in, with the text marked. */
export function passage({ before, text, after, language }: Omit<TextSurroundings, 'kind'>): HTMLElement {
  return h(
    'blockquote',
    { class: 'passage', dir: 'auto', lang: langOf(language) },
    before,
    text === '' ? undefined : h('mark', {}, text),
    after,
  );
}

/** A piece of a translation beside its source. */
export function pair({ source, target, at, sourceAt = [], sourceLanguage, targetLanguage }: PairSurroundings): HTMLElement {
  return h(
    'div',
    { class: 'pair' },
    side('source', source, sourceAt, sourceLanguage),
    side('translation', target, at ? [at] : [], targetLanguage),
  );
}

function side(title: string, text: string, spans: readonly Span[], language: string | undefined): HTMLElement {
  const body =
    text === '' ? h('p', { class: 'muted' }, 'nothing') : h('p', { dir: 'auto', lang: langOf(language) }, ...marked(text, spans));
  return h('div', {}, h('p', { class: 'label' }, title), body);
}

/** A text with its places marked. */
function marked(text: string, spans: readonly Span[]): readonly Child[] {
  const ends = [0, ...spans.map(([, end]) => end)];
  return [
    ...spans.flatMap(([start, end], index) => [text.slice(ends[index], start), h('mark', {}, text.slice(start, end))]),
    text.slice(ends.at(-1)),
  ];
}

/** A language as browsers take it; what files declare may be anything. */
export function langOf(language: string | undefined): string | undefined {
  const tag = language?.replaceAll('_', '-');
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : undefined;
}
