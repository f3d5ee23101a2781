import { matchesIn } from '@preflag/core';

export type MentionKind = 'table' | 'figure' | 'section' | 'appendix';

/** A place where a text refers to something of the document. */
export interface Mention {
  readonly kind: MentionKind;
  /** `3`, `4.1`, `B`; absent for `the table below`. */
  readonly number?: string;
  readonly text: string;
  readonly offset: number;
}

const NUMBERED: readonly (readonly [MentionKind, RegExp])[] = [
  ['table', /(?<![\p{L}\d])(?:Table|Tabelle|Tab\.)[ \u00A0]([1-9]\d?(?:[.-]\d{1,2})?)(?![\d\p{L}]|[.,]\d)|表\s?(\d{1,2})(?!\d)/gu],
  ['figure', /(?<![\p{L}\d])(?:Figure|Fig\.|Abbildung|Abb\.)[ \u00A0]([1-9]\d?(?:[.-]\d{1,2})?)(?![\d]|[.,]\d)|[图圖]\s?(\d{1,2})(?!\d)/gu],
  ['section', /(?<![\p{L}\d§])(?:Section|Chapter|Abschnitt|Kapitel)[ \u00A0](\d{1,2}(?:\.\d{1,2}){0,3})(?![\d\p{L}(]|[.,]\d)/gu],
  ['appendix', /(?<![\p{L}\d])(?:Appendix|Annex|Anhang)[ \u00A0]([A-Z]|\d{1,2})(?![\p{L}\d]|\.\d)/gu],
];
const BELOW: readonly (readonly [MentionKind, RegExp])[] = [
  [
    'table',
    /(?<!\p{L})(?:the |die |der )(table below|table above|following table|folgende Tabelle|nachfolgende Tabelle|Tabelle unten)(?!\p{L})/giu,
  ],
  [
    'figure',
    /(?<!\p{L})(?:the |die |das |der )((?:chart|graph|diagram|figure|image|screenshot) below|following (?:chart|graph|diagram|figure|image)|folgende (?:Abbildung|Grafik)|folgende[sn]? Diagramm|(?:Abbildung|Grafik) unten)(?!\p{L})/giu,
  ],
];
/** Things of other documents: `Table 3 of [12]`, `Section 5 in Miller`, `Section 508 of the Act`. */
const ELSEWHERE =
  /^[a-z]?\)?,?\s*(?:(?:of|in|from|to|by|der|des|in der|im|von)\s+(?!this|the (?:present )?(?:report|document|appendix|text)|diese)|\[|\((?!see)|of the\b.{0,40}\bAct\b)/iu;
const ELSEWHERE_BEFORE = /(?:\]|\d{4}\)?|['’]s|al\.|RFC \d+|Act|ibid\.?),?\s*(?:\(|see\s)?$/iu;

/** What a prose refers to, in order; not what stands in other documents. */
export function mentionsIn(prose: string): readonly Mention[] {
  const numbered = NUMBERED.flatMap(([kind, pattern]) =>
    matchesIn(prose, pattern).flatMap((match) => {
      const isElsewhere =
        ELSEWHERE.test(prose.slice(match.index + match[0].length).slice(0, 60)) ||
        ELSEWHERE_BEFORE.test(prose.slice(Math.max(0, match.index - 30), match.index));
      const number = match[1] ?? match[2] ?? '';
      return isElsewhere ? [] : [{ kind, number: number.replace('-', '.'), text: match[0], offset: match.index }];
    }),
  );
  const below = BELOW.flatMap(([kind, pattern]) =>
    matchesIn(prose, pattern).map(({ 0: found, 1: text = '', index }) => ({ kind, text, offset: index + found.indexOf(text) })),
  );
  return [...numbered, ...below].toSorted((a, b) => a.offset - b.offset);
}
