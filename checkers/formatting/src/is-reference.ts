import type { Block } from '@preflag/readers';

const REFERENCES =
  /^(?:[\d.]+\s*)?(?:references?|bibliography|sources|works cited|citations|further reading|footnotes|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|références|bibliographie|sources|fuentes|referencias|bibliografía|riferimenti|bibliografia|referências|参考文献|參考文獻|参考资料|引用文献)\b|^(?:[\d.]+\s*)?(?:参考|引用)/iu;

/** True for an entry of a list of references: it follows the rules of its own style. */
export function isReference({ path, text }: Block): boolean {
  return path.some((title) => REFERENCES.test(title.trim())) || /^\s*\[\d{1,3}\][:\s]/.test(text) || /\bdoi:|\bISBN\b|\barXiv:/.test(text);
}
