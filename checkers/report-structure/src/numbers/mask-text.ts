const MONTH =
  '(?:jan(?:uary|uar|\\.)?|feb(?:ruary|ruar|\\.)?|m(?:arch|är\\.?|ärz)|mar\\.?|apr(?:il|\\.)?|may|mai|june?|juni|july?|juli|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|o[ck]t(?:ober|\\.)?|nov(?:ember|\\.)?|de[cz](?:ember|\\.)?)';
const YEAR = '(?:1[89]|20|21)\\d{2}';

/**
 * Numbers that measure nothing: dates, times, years, versions, numbers of things, citations, ordinals. Each with a sign that all of its hits
 * have, which is found much faster.
 */
export const MASKED: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [/\[/, /\[\^?\d[\d,;\s–-]*\]/g],
  [
    /\d[-/.年月]/,
    /\d{4}[-/.年]\s?\d{1,2}(?:[-/.月]\s?\d{1,2}日?|月)|\d{1,2}[./]\s?\d{1,2}[./]\s?(?:\d{4}|\d{2})(?!\d)|\d{1,2}月\d{1,2}日/g,
  ],
  [
    /\d(?:st|nd|rd|th|\.)?\s?(?:[–-]\s?\d{1,2}\.?\s?)?(?:of )?[jfmasond]/iu,
    new RegExp(
      `(?<![\\p{L}\\d])\\d{1,2}(?:st|nd|rd|th|\\.)?\\s?(?:[–-]\\s?\\d{1,2}\\.?\\s?)?(?:of )?${MONTH}(?![\\p{L}])(?:,?\\s?${YEAR})?`,
      'giu',
    ),
  ],
  [
    /[yrnbhzliegtpvc.]\s?\d/iu,
    new RegExp(`(?<!\\p{L})${MONTH}(?!\\p{L})\\s?\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:\\s?[–-]\\s?\\d{1,2}(?!\\d))?(?:,?\\s?${YEAR})?`, 'giu'),
  ],
  [
    /\d:\d|\d\s?(?:[ap]\.?m|uhr|o[’'])/iu,
    /(?<![\d.,])\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|(?<![\d.,])\d{1,2}\s?(?:a\.m\.|p\.m\.|am|pm|Uhr|o’clock|o'clock)(?!\p{L})/giu,
  ],
  [/\d(?:st|nd|rd|th|er|è)/, /(?<![\d.,])\d+(?:st|nd|rd|th|er|ère|ème)(?!\p{L})/gu],
  [
    /(?:1[89]|2[01])\d/,
    new RegExp(
      `(?<![\\d.,$€£¥\\p{Lu}\\p{Ll}])(?:FY\\s?)?${YEAR}(?:\\s?[/–-]\\s?(?:${YEAR}|\\d{2}))?(?:s|er|年)?(?![\\d\\p{Lu}\\p{Ll}%]|[.,]\\d|\\s?[%‰]|\\s(?:per ?cent|Prozent))`,
      'gu',
    ),
  ],
  [/FY|['’]\d/, /(?:\bFY\s?’?'?|['’])\d{2}(?!\d)/g],
  [
    /[\p{L}.§][\s\u00A0]*\d/u,
    /(?<!\p{L})(?:tables?|tabellen?|tab\.|figures?|figs?\.|abbildung(?:en)?|abb\.|sections?|sec\.|abschnitte?|chapters?|kapitel|appendix|anhang|annex|pages?|pp?\.|seiten?|s\.|equations?|eq\.|lines?|zeilen?|rows?|columns?|parts?|teil|steps?|schritt|phases?|phase|tiers?|levels?|stufe|vols?\.|volume|issues?|nos?\.|nr\.|number|articles?|art\.|artikel|§+|rule|question|frage|scenario|option|item|note|footnote|version|v\.?|release|class|grade|type|group|day|week|woche|month|room|unit|route|form|iso|rfc|din|en|bs|top|表|图|圖|第|图表)[\s\u00A0]*\d[\d.,]*(?:\s?(?:[–-]|and|und|to|bis|or|,|&)\s?\d[\d.]*)*/giu,
  ],
  [/[QqHh][1-4]|\d[QH]|Quartal/, /(?<![\p{L}\d])[QqHh][1-4](?![\p{L}\d])|(?<![\d.,])\d(?:Q|H)(?=\s?\d)|[1-4]\.\s?Quartal/gu],
  [/\.\d+\./, /(?<!\d)\d+(?:\.\d+){2,}/g],
  [
    /[\p{Lu}\p{Ll}\d_#@+-]\d/u,
    /(?:(?<![\p{Lu}\p{Ll}_])[\p{Lu}\p{Ll}_]|[#@])[\p{Lu}\p{Ll}\d_]*-?\d[\p{Lu}\p{Ll}\d_-]*(?:\.\d+)*|#\d+|(?<!\d)\d+(?:-\d+){2,}|\+\d[\d\s()-]{6,18}\d/gu,
  ],
];

/** The text with what masks blanked, unit for unit, so that offsets stay. */
export function maskText(text: string): string {
  if (!/\d/.test(text)) return text;
  return MASKED.reduce(
    (masked, [sign, pattern]) => (sign.test(masked) ? masked.replace(pattern, (found) => '\uFFFC'.repeat(found.length)) : masked),
    text,
  );
}
