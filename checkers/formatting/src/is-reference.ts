import type { Block } from '@preflag/readers';

const REFERENCES =
  /^(?:[\d.]+\s*)?(?:references?|bibliography|sources|works cited|citations|further reading|footnotes|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|références|bibliographie|sources|fuentes|referencias|bibliografía|riferimenti|bibliografia|referências|参考文献|參考文獻|参考资料|引用文献)\b|^(?:[\d.]+\s*)?(?:参考|引用)/iu;

/** Before the entries that follow in the same paragraph: `Sources: [1] …`. */
const LABELLED = /^\s*\p{L}[\p{L} ]{2,30}[:：]\s*\[\d{1,3}\]\s/u;
/** Two entries that are an address with a number before it: a list of sources without a heading of its own. */
const ADDRESSES = /\[\d{1,3}\]:?\s+https?:\/\/[\s\S]*?\[\d{1,3}\]:?\s+https?:\/\//;

/** An entry of a list says what it is early; so a long text is not searched again for each thing that is found in it. */
const BEGINNING = 500;

/** True for an entry of a list of references: it follows the rules of its own style. */
export function isReference({ path, text }: Block): boolean {
  const start = text.slice(0, BEGINNING);
  return (
    path.some((title) => REFERENCES.test(title.trim())) ||
    /^\s*\[\d{1,3}\][:\s]/.test(start) ||
    /\bdoi:|\bISBN\b|\barXiv:/.test(start) ||
    LABELLED.test(start) ||
    ADDRESSES.test(start)
  );
}
