/** A sign as other languages write it, which a language writes in a way of its own. */
export interface ForeignSign {
  /** Matches the foreign sign in a text of the language. */
  readonly foreign: RegExp;
  /** Matches the language's own one. */
  readonly own: RegExp;
  /** As a message shows them. */
  readonly found: string;
  readonly expected: string;
}

const sign = (found: string, expected: string, before: string, after = ''): ForeignSign => ({
  foreign: new RegExp(`(?<=${before})${escaped(found)}${after}`, 'u'),
  own: new RegExp(escaped(expected), 'u'),
  found,
  expected,
});

const [HAN, KANA] = [String.raw`\p{Script=Han}`, String.raw`\p{Script=Hiragana}\p{Script=Katakana}`];
/** The end of a sentence, behind marks that close. */
const END = String.raw`(?=["'”’」』）)]*(?:\s|$))`;

/** Not in lists of options (`-e 脚本, --expression`), nor in an ellipsis. */
const COMMA_END = String.raw`(?![\p{N}.]|\s?-)`;
/** Not in lists of keywords and pairs of a key and a value, which programs read. */
const SPACED_END = String.raw`(?=\s|$)`;

const CHINESE = [
  sign(',', '，', `[${HAN}]`, COMMA_END),
  sign(';', '；', `[${HAN}]`, SPACED_END),
  sign(':', '：', `[${HAN}]`, SPACED_END),
  sign('?', '？', `[${HAN}]`),
  sign('!', '！', `[${HAN}]`),
  sign('.', '。', `[${HAN}]`, END),
];
const JAPANESE = [sign(',', '、', `[${HAN}${KANA}]`, COMMA_END), sign('.', '。', `[${HAN}${KANA}]`, END)];
const ARABIC = [
  sign(',', '،', String.raw`\p{Script=Arabic}\p{M}?`, COMMA_END),
  sign(';', '؛', String.raw`\p{Script=Arabic}\p{M}?`),
  sign('?', '؟', String.raw`\p{Script=Arabic}\p{M}?`),
];
const danda = (script: string): readonly ForeignSign[] => [sign('.', '।', String.raw`\p{Script=${script}}\p{M}?`, END)];
const inverted = (asked: string, opening: string): ForeignSign => ({
  // A mark that ends a sentence whose start has none.
  foreign: new RegExp(`(?<=^[^${opening}]{0,2000}\\p{L}["”’)]?)${escaped(asked)}`, 'u'),
  own: new RegExp(opening, 'u'),
  found: asked,
  expected: opening,
});

/**
 * By language (ISO 639-1), as its books print them; the signs are those of the exemplar punctuation of CLDR. Languages that write as English
 * does are left out, and so are those whose papers write both ways (Marathi, Korean).
 */
const SIGNS: Readonly<Record<string, readonly ForeignSign[]>> = {
  ar: ARABIC,
  bn: danda('Bengali'),
  el: [sign('?', ';', String.raw`\p{Script=Greek}`)],
  es: [inverted('?', '¿'), inverted('!', '¡')],
  fa: ARABIC,
  hi: danda('Devanagari'),
  hy: [sign('?', '՞', String.raw`\p{Script=Armenian}`), sign('.', '։', String.raw`\p{Script=Armenian}`, END)],
  ja: JAPANESE,
  ne: danda('Devanagari'),
  or: danda('Oriya'),
  pa: danda('Gurmukhi'),
  ur: [...ARABIC, sign('.', '۔', String.raw`\p{Script=Arabic}\p{M}?`, END)],
  zh: CHINESE,
};

/** Signs of Chinese and Japanese in texts of alphabets. */
const FULL_WIDTH: readonly ForeignSign[] = (['，', '。', '！', '？', '；', '：', '（', '）', '、'] as const).map((found) => ({
  foreign: new RegExp(
    String.raw`(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]\s?)${found}|${found}(?=\s?[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])`,
    'u',
  ),
  own: new RegExp(escaped(found === '、' ? ',' : halfWidth(found)), 'u'),
  found,
  expected: found === '、' ? ',' : halfWidth(found),
}));

/** The signs that a text in a language (ISO 639-1) should not have; none where nothing is known of the language. */
export function foreignSignsOf(language: string): readonly ForeignSign[] {
  return language === 'ja' || language === 'zh' || language === 'yue'
    ? (SIGNS[language] ?? [])
    : [...(SIGNS[language] ?? []), ...FULL_WIDTH];
}

function halfWidth(own: string): string {
  return own === '。' ? '.' : String.fromCodePoint((own.codePointAt(0) ?? 0) - 0xfee0);
}

function escaped(text: string): string {
  return text.replace(/[.?()]/g, String.raw`\$&`);
}
