/** A sign of markdown that is text in a document of another format. */
export interface MarkdownSign {
  /** In words, for the reader. */
  readonly kind: string;
  /** Nothing else looks so: it counts alone. Others count where there are two kinds, or three of one. */
  readonly isSure: boolean;
  readonly pattern: RegExp;
}

export const MARKDOWN_SIGNS: readonly MarkdownSign[] = [
  { kind: 'bold', isSure: true, pattern: /(?<![*\w\\])\*\*(?=[^\s*])[^*\n]{1,200}?(?<=[^\s*])\*\*(?!\*)/gu },
  { kind: 'a link', isSure: true, pattern: /!?\[[^[\]\n]{1,120}\]\((?:https?:\/\/|mailto:|#|\.{0,2}\/)[^\s()]{1,300}\)/g },
  { kind: 'a code fence', isSure: true, pattern: /^\s*```\w{0,20}\s*$/gm },
  { kind: 'a table', isSure: true, pattern: /^\s*\|?(?:\s?:?-{3,}:?\s?\|)+(?:\s?:?-{3,}:?\s?)?\s*$/gm },
  { kind: 'a heading', isSure: false, pattern: /^\s*#{1,6} (?=\S)[^\n]{1,80}/g },
  // __init__ and __VERSION__ are names of programs.
  {
    kind: 'underlined bold',
    isSure: false,
    pattern: /(?<![\w_])__(?!(?:[a-z][a-z\d_]*|[A-Z][A-Z\d_]*)__)(?=[^\s_])[^_\n]{1,200}?(?<=[^\s_])__(?![\w_])/gu,
  },
  { kind: 'a table row', isSure: false, pattern: /^\s*\|(?![\s:|-]*$)[^|\n]{1,200}\|(?:[^|\n]{0,200}\|)+\s*$/gm },
  // `this' is a quotation, as it was typed long ago.
  { kind: 'code', isSure: false, pattern: /(?<!`)`(?![^\s`']+'(?!\w))(?=[^\s`])[^`\n]{1,120}?(?<=[^\s`])`(?!`)/g },
  { kind: 'a box to tick', isSure: false, pattern: /^\s*[-*] \[[ xX]\] /g },
  { kind: 'a quotation', isSure: false, pattern: /^\s*> (?=\p{Lu})[^\n]{1,80}/gu },
];
