/** A sign that breaks a sentence where it stands, and the words around it. */
export interface StraySign {
  readonly sign: string;
  readonly offset: number;
  readonly context: string;
}

interface Pattern {
  /** The sign is the second group; the words around it are the others. */
  readonly stray: RegExp;
  /** A source that has the like has it for a reason. */
  readonly like: RegExp;
}

const BEFORE = String.raw`(?<![\p{L}\p{M}])([\p{L}\p{M}]{1,60}`;
const PATTERNS: readonly Pattern[] = [
  // Was he shot? and died.
  { stray: new RegExp(`${BEFORE})([?!]+)( \\p{Ll}[\\p{L}\\p{M}]{0,60})`, 'gu'), like: /[?!？！؟](?=.)/u },
  { stray: new RegExp(`${BEFORE})([_^~@])((?=[\\s,.;:!?]|$))`, 'gu'), like: /[_^~@]/ },
  { stray: new RegExp(`${BEFORE})(,[-.;:?!]|;[,.]|:[,.;])(.{0,20})`, 'gu'), like: /,[-.;:?!]|;[,.]|:[,.;]/ },
  // Not pre- and post-war, Vor- und Nachteile.
  {
    stray: new RegExp(
      `${BEFORE})(-)( (?!(?:and|or|to|but|und|oder|bis|bzw|sowie|als|en|of|och|eller|samt|og|ja|tai|sekä|että|eli|eikä|e|o|et|ou|y|u|i|a|lub|oraz|nebo|či|és|vagy|и|или|та|або)(?!\\p{L}))\\p{L}[\\p{L}\\p{M}]{0,60})`,
      'giu',
    ),
    like: /[-–—] /,
  },
  // A full stop within a sentence; shorter words are abbreviations.
  { stray: /(?<![\p{L}\p{M}.])([\p{L}\p{M}]{5,60})(\.)( \p{Ll}[\p{L}\p{M}]{0,60})/gu, like: /(?!)/ },
];

/** Signs within the sentences of a translation that its source has no reason for. */
export function findStray(source: string, target: string): StraySign[] {
  return PATTERNS.filter(({ like }) => !like.test(source)).flatMap(({ stray }) =>
    [...target.matchAll(stray)].flatMap(({ 0: context, 1: before = '', 2: sign = '', index }) =>
      source.includes(`${before}${sign}`) ? [] : [{ sign, offset: index + before.length, context }],
    ),
  );
}
