/**
 * Makes text from a delivery harmless in a terminal: control characters, escape sequences and bidirectional
 * controls become visible escapes; line ends and tabs become spaces.
 */
export function neutralise(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
