/** Words that begin, or are, the label of a totals row, in lower case; each may stand alone or before what is summed up. */
const TOTAL_WORDS: readonly string[] = [
  'total',
  'totals',
  'grand total',
  'subtotal',
  'sub-total',
  'sub total',
  'sum',
  'overall total',
  'gesamt',
  'gesamtsumme',
  'gesamtbetrag',
  'summe',
  'insgesamt',
  'zwischensumme',
  'endsumme',
  'total allgemein',
  'total général',
  'total general',
  'sous-total',
  'somme',
  'totaux',
  'ensemble',
  'totale',
  'totale generale',
  'subtotale',
  'somma',
  'suma',
  'suma total',
  'total geral',
  'soma',
  'totales',
  'totaal',
  'eindtotaal',
  'subtotaal',
  'som',
  'summa',
  'totalt',
  'totalsumma',
  'delsumma',
  'i alt',
  'yhteensä',
  'razem',
  'ogółem',
  'łącznie',
  'celkem',
  'součet',
  'összesen',
  'ukupno',
  'spolu',
  'skupaj',
  'итого',
  'всего',
  'сумма',
  'разом',
  'общо',
  'σύνολο',
  'toplam',
  'genel toplam',
  'tổng',
  'tổng cộng',
  '合计',
  '总计',
  '小计',
  '合計',
  '總計',
  '総計',
  '小計',
  '計',
  '합계',
  '총계',
  '소계',
  'รวม',
  'المجموع',
  'الإجمالي',
  'סה"כ',
];

const EXACT: ReadonlySet<string> = new Set(TOTAL_WORDS);
const LONGEST = 40;

/** How a label names a total: `is` one (`Grand total:`), `has` the word at its beginning or end (`Total North`, `North Total`), or `no`. */
export function totalWord(label: string): 'is' | 'has' | 'no' {
  const text = foldText(label).replace(/[\s:.=∑Σ*]+$/u, '');
  if (EXACT.has(text)) return 'is';
  if (text === '' || text.length > LONGEST) return 'no';
  return hasWord(text) ? 'has' : 'no';
}

/** Every row's label is asked: most are told by their first and last word alone. */
function hasWord(text: string): boolean {
  const [first = text] = FIRST_WORD.exec(text) ?? [];
  if (FIRST.has(first) && TOTAL_WORDS.some((word) => text.startsWith(`${word} `) || text.startsWith(`${word}:`))) return true;
  return LAST.has(text.slice(text.lastIndexOf(' ') + 1)) && TOTAL_WORDS.some((word) => text.endsWith(` ${word}`));
}

const FIRST_WORD = /^[^ :]+/;
const FIRST: ReadonlySet<string> = new Set(TOTAL_WORDS.map((word) => FIRST_WORD.exec(word)?.[0] ?? word));
const LAST: ReadonlySet<string> = new Set(TOTAL_WORDS.map((word) => word.slice(word.lastIndexOf(' ') + 1)));

/** Trimmed, white space as one space, in lower case: how labels compare. */
export function foldText(text: string): string {
  return text
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim()
    .toLowerCase();
}
