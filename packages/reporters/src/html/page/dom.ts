import { shown } from '../shown.ts';

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
  for (const child of children) if (child !== undefined) element.append(typeof child === 'string' ? shown(child) : child);
  return element;
}

/** Elements that match, of one kind. */
export function all<Kind extends HTMLElement>(selector: string, kind: new () => Kind, within: ParentNode = document): readonly Kind[] {
  return [...within.querySelectorAll(selector)].filter((element): element is Kind => element instanceof kind);
}
