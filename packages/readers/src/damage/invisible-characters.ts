/** Characters that nobody sees, in a block where they have no business. */
export interface Invisible {
  /** In words, for the reader. */
  readonly kind: string;
  readonly messageId: 'control' | 'hidden' | 'soft' | 'tag';
  readonly pattern: RegExp;
  /** In a block with such characters they have a meaning. */
  readonly allowedWith?: RegExp;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const WITHOUT_SPACES =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}]/u;
/** Scripts whose letters join, and pictures that are joined to one. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}\p{Extended_Pictographic}]/u;

export const INVISIBLE: readonly Invisible[] = [
  { kind: 'control character', messageId: 'control', pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]+/g },
  { kind: 'invisible letter', messageId: 'tag', pattern: /(?<![\u{1F3F4}\u{E0000}-\u{E007F}])[\u{E0000}-\u{E007F}]+/gu },
  { kind: 'zero-width space', messageId: 'hidden', pattern: /\u200B+/g, allowedWith: WITHOUT_SPACES },
  { kind: 'word joiner', messageId: 'hidden', pattern: /\u2060+/g },
  { kind: 'byte order mark', messageId: 'hidden', pattern: /\uFEFF+/g },
  { kind: 'zero-width joiner', messageId: 'hidden', pattern: /[\u200C\u200D]+/g, allowedWith: JOINING },
  {
    kind: 'mark of writing direction',
    messageId: 'hidden',
    pattern: /[\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g,
    allowedWith: RIGHT_TO_LEFT,
  },
  { kind: 'soft hyphen', messageId: 'soft', pattern: /\u00AD+/g },
];

/** Any of them: most blocks have none. */
export const ANY_INVISIBLE: RegExp =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;
