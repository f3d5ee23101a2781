/** Letters by which a script is known, by ISO 15924. Languages in Latin letters are told apart in another way. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Thai: /\p{Script=Thai}/u,
  Deva: /\p{Script=Devanagari}/u,
  Beng: /\p{Script=Bengali}/u,
  Taml: /\p{Script=Tamil}/u,
  Telu: /\p{Script=Telugu}/u,
  Geor: /\p{Script=Georgian}/u,
  Armn: /\p{Script=Armenian}/u,
};

const LEAST_LETTERS = 20;

/** True when a text of 20 letters and more has none of the script. Never for Latin and for scripts that are not listed. */
export function isOtherScript(text: string, script: string): boolean {
  return LETTERS[script] !== undefined && !hasScript(text, script) && (text.match(/\p{L}/gu) ?? []).length >= LEAST_LETTERS;
}

export function hasScript(text: string, script: string): boolean {
  return LETTERS[script]?.test(text) ?? false;
}
