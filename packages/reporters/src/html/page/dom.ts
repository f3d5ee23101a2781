import { isolatedPieces } from '../../lib/isolated-pieces.ts';
import { shownPieces } from '../shown.ts';

type Attribute = string | boolean | undefined | ((event: Event) => void);
export type Child = Node | string | undefined;

/**
 * An element with attributes and children. Texts are set as text, never as markup; `onclick` and the like add a listener;
 * `false` and `undefined` leave an attribute out.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  for (const child of children) if (child !== undefined) element.append(...(typeof child === 'string' ? nodesOf(child) : [child]));
  return element;
}

/** Text, and what of it nobody would see as a sign of its own. */
function nodesOf(text: string): readonly (Node | string)[] {
  return shownPieces(text).map((piece) => {
    if (!piece.isEscape) return piece.text;
    const sign = document.createElement('bdi');
    sign.className = 'escape';
    sign.dir = 'ltr';
    sign.textContent = piece.text;
    return sign;
  });
}

/** A sentence in English: what in it is written from right to left does not put the rest into another order. */
export function sentence(text: string): HTMLElement {
  return h('span', {}, ...isolatedPieces(text).map((piece) => (piece.isApart ? h('bdi', {}, piece.text) : piece.text)));
}

/** A place in words, from left to right, each part in its own direction. */
export function placeText(place: string): HTMLElement {
  return h('span', {}, ...place.split(' › ').flatMap((part, index) => [index > 0 ? ' › ' : undefined, h('bdi', {}, part)]));
}

/** Elements that match, of one kind. */
export function all<Kind extends HTMLElement>(selector: string, kind: new () => Kind, within: ParentNode = document): readonly Kind[] {
  return [...within.querySelectorAll(selector)].filter((element): element is Kind => element instanceof kind);
}
