import type { Caption } from './parts-model.ts';

const KINDS: readonly (readonly [RegExp, Caption['kind']])[] = [
  [/^(?:fig(?:ure|ura)?|abb(?:ildung)?|illustration|figur|afbeelding|рис(?:унок)?|图|圖|図)\b|^[图圖図]/iu, 'figure'],
  [/^(?:tab(?:le|elle|leau|la|ela|el)?|tabell|таблица)\b|^[表]/iu, 'table'],
  [/^(?:eq(?:uation|n)?|gleichung|équation|formel|formula)\b/iu, 'equation'],
];

/** What a caption, or the name of a sequence of captions, names by its first word: `Figure 3`, `Tabelle 2`. */
export function captionKind(text: string): Caption['kind'] | undefined {
  return KINDS.find(([pattern]) => pattern.test(text))?.[1];
}

/** The number of a caption: `3` of `Figure 3: Sales`, `2.1` of `Table 2.1`. */
export function captionNumber(text: string): string | undefined {
  return /^[\p{L}.]+\s*(\d+(?:[.-]\d+)*)/u.exec(text)?.[1];
}
