/**
 * Languages (ISO 639-1) in which a word that stands twice is a slip, and the words of each that may: pronouns and articles that meet
 * ("die, die" without its comma, "nous nous"), and words that are doubled for stress. Languages that form words by doubling are absent.
 */
export const DOUBLED: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['that', 'had', 'is', 'no', 'very', 'bye', 'ha', 'blah']),
  de: new Set(['die', 'der', 'das', 'den', 'dem', 'sie', 'ihr', 'ihnen', 'was', 'sehr']),
  fr: new Set(['nous', 'vous', 'en', 'très', 'non']),
  es: new Set(['se', 'no', 'muy', 'que', 'casi']),
  it: new Set(['lecca', 'si', 'via', 'piano', 'man', 'molto', 'così', 'no', 'pian', 'mano', 'appena', 'quasi']),
  pt: new Set(['se', 'não', 'muito', 'que', 'quase']),
  gl: new Set(['se', 'non', 'moi', 'que', 'case']),
  ca: new Set(['no', 'molt', 'que', 'gairebé']),
  ro: new Set(['foarte', 'nu']),
  nl: new Set(['die', 'dat', 'is', 'had', 'heel', 'je', 'zij', 'ze']),
  sv: new Set(['som', 'är', 'det', 'den', 'i', 'på', 'mycket', 'var']),
  da: new Set(['der', 'det', 'den', 'er', 'at', 'for', 'som', 'i', 'på']),
  nb: new Set(['det', 'den', 'er', 'som', 'for', 'i', 'på', 'at']),
  no: new Set(['det', 'den', 'er', 'som', 'for', 'i', 'på', 'at']),
  nn: new Set(['det', 'den', 'er', 'som', 'for', 'i', 'på', 'at']),
  fi: new Set(['on', 'ei', 'se', 'hyvin']),
  et: new Set(['on', 'ei', 'väga']),
  cs: new Set(['se', 'je', 'ne', 'velmi', 'si']),
  sk: new Set(['sa', 'je', 'nie', 'si']),
  sl: new Set(['se', 'je', 'ne', 'so', 'pa']),
  hr: new Set(['se', 'je', 'ne', 'da']),
  pl: new Set(['się', 'nie', 'bardzo', 'to']),
  ru: new Set(['не', 'нет', 'что', 'очень', 'еле', 'чуть', 'вот']),
  uk: new Set(['не', 'ні', 'що', 'дуже', 'ледь']),
  bg: new Set(['не', 'се', 'да', 'много', 'едва']),
  lt: new Set(['ne', 'labai', 'kas']),
  lv: new Set(['ne', 'ļoti', 'kas']),
};
