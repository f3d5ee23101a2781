import { HALF, LARGE_WORDS } from './large-number-words.ts';

/** Beginnings of the words for 0 to 12, ordinals included, by ISO 639-1: values are separated by `|`, words by `/`. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'zero/no/none|one/first/once/single/a|two/second/twice/both/pair/couple|three/third/thrice/triple|four/fourth/quarter|five/fifth|six/sixth|seven/seventh|eight/eighth|nine/ninth|ten/tenth|eleven|twelve/twelfth/dozen',
  de: 'null/kein|ein/erst|zwei/beid/doppel|drei/dritt|vier|fünf|sechs|sieben/siebt|acht|neun|zehn|elf|zwölf/dutzend',
  fr: 'zéro|un/premi|deux/second/deuxième/double|trois|quatr/quart|cinq|six|sept|huit|neuf/neuv|dix|onz|douz',
  es: 'cero|un/prim|dos/segund/ambos/ambas/doble|tres/tercer|cuatr/cuart|cinco/quint|seis/sext|siete/séptim|ocho/octav|nueve/noven|diez/décim|once|doce/docena',
  pt: 'zero|um/uma/primeir|dois/duas/segund/ambos|três/terceir|quatro/quart|cinco/quint|seis/sext|sete/sétim|oito/oitav|nove/non|dez/décim|onze|doze/dúzia',
  gl: 'cero|un/primeir|dous/dúas/segund/ambos|tres/terceir|catro/cuart|cinco/quint|seis/sext|sete/sétim|oito/oitav|nove/noven|dez/décim|once|doce',
  it: 'zero|un/prim|due/second/entramb/doppi|tre/terz|quattro/quart|cinque/quint|sei/sest|sette/settim|otto/ottav|nove/non|dieci/decim|undici|dodici',
  nl: 'nul|een/één/eerst|twee/beide|drie/derde|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf',
  pl: 'zer|jed/pierwsz|dw/drug/ob|trz|czter/czwart|pię/piąt|sześ/szóst|sied/siódm|os/ósm|dziewię/dziewiąt|dziesię/dziesiąt|jedenast|dwunast',
  cs: 'nul|jed/prvn|dv/druh/ob|tř|čtyř/čtvrt|pět/pát|šest|sedm|osm|devět/devát|deset/desát|jedenáct|dvanáct',
  sk: 'nul|jed/prv|dv/druh/ob|tri/tret|štyri/štvrt|päť/piat|šes/šiest|sedem/siedm|osem/ôsm|deväť/deviat|desať/desiat|jedenásť|dvanásť',
  ru: 'нул/нол|один/одн/перв|дв/втор/об|тр|четыр/четвер|пят|шест|сем/седьм|восем/восьм|девят|десят|одиннадцат|двенадцат',
  uk: "нул|один/одн/перш|дв/друг/об|тр|чотир/четверт|п'ят/п’ят|шіст/шост|сім/сьом|вісім/восьм|дев|десят|одинадцят|дванадцят",
  sv: 'noll|en/ett/först|två/andra/båda/dubbel|tre|fyra/fjärde|fem|sex/sjätte|sju|åtta/åtton|nio|tio|elva/elfte|tolv',
  da: 'nul|en/et/først|to/anden/andre/begge|tre|fire/fjerde|fem|seks/sjette|syv|otte|ni|ti|elleve|tolv',
  nb: 'null|en/et/én/ett/først|to/andre/begge|tre|fire/fjerde|fem|seks/sjette|sju/syv|åtte|ni|ti|elleve|tolv',
  fi: 'nolla|yks/yhd/yht/ensim|kaks/kahd/kaht/toi/molem|kolm|nelj|viis/viid/viit|kuus/kuud/kuut|seits|kahdeks|yhdeks|kymmen|yksitoist|kaksitoist',
  tr: 'sıfır|bir/ilk/tek|iki/ikinci/çift|üç|dört|beş|altı|yedi|sekiz|dokuz|on|on bir|on iki',
  id: 'nol|satu/se/pertama|dua/kedua|tiga/ketiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas',
  hi: 'शून्य|एक/पहल|दो/दूसर|तीन/तीसर|चार/चौथ|पाँच/पांच|छह/छः/छठ|सात|आठ|नौ|दस|ग्यारह|बारह',
};

/** The same for scripts in which words are not set apart: the text must hold one of them anywhere. */
const PARTS: Readonly<Record<string, string>> = {
  zh: '零/〇|一/首/單/单|二/两/兩/雙/双|三|四|五|六|七|八|九|十|十一|十二',
  ja: '零/ゼロ|一/ひと/初/単|二/ふた/両/双|三/みっ|四/よっ|五/いつ|六/むっ|七/なな|八/やっ|九/ここの|十|十一|十二',
  ko: '영|일/한/하나/첫|이/두/둘/양|삼/세/셋|사/네/넷|오/다섯|육/여섯|칠/일곱|팔/여덟|구/아홉|십/열|십일/열한|십이/열두',
  th: 'ศูนย์|หนึ่ง/เดียว/แรก|สอง/คู่/ทั้ง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|สิบเอ็ด|สิบสอง/โหล',
  ar: 'صفر|واحد/أول/احد/إحد|اثن/ثان/ين/ان|ثلاث/ثالث|أربع/رابع|خمس/خامس|ست/سادس|سبع/سابع|ثمان/ثامن|تسع/تاسع|عشر/عاشر|أحد عشر|اثن',
};

const EN_LARGE = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const EN_TENS = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'];
const IDEOGRAPHS = '〇一二三四五六七八九';

/** True when the text may hold the number in words: up to 99 in eighteen languages. In languages without a table, small numbers always may. */
export function isSpelled(value: number, text: string, language: string): boolean {
  const lower = text.toLowerCase();
  const [words, parts] = [WORDS[language], PARTS[language]];
  if (value <= 12 && Number.isInteger(value)) {
    if (words) return (words.split('|')[value] ?? '').split('/').some((word) => hasWord(lower, word, language));
    return parts ? (parts.split('|')[value] ?? '').split('/').some((part) => lower.includes(part)) : true;
  }
  if (language === 'en') return isSpelledInEnglish(value, lower);
  if (isSpelledLarge(value, lower, language)) return true;
  // One and a half.
  if (value < 100 && value % 1 === 0.5) return HALF.test(lower);
  return (language === 'zh' || language === 'ja') && ideographsOf(value).some((written) => text.includes(written));
}

/** Short words must end there, or nearly; others may go on, as stems and compounds do. */
function hasWord(text: string, word: string, language: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !(language === 'de' && word.length > 3)) continue;
    if (word.length > 3 || language !== 'en') return true;
    if (!/\p{L}/u.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

/** 13 to 99, and the decades of a century: 1970 of the seventies. */
function isSpelledLarge(value: number, text: string, language: string): boolean {
  const large = LARGE_WORDS[language];
  if (!large || !Number.isInteger(value)) return false;
  const isDecade = value >= 1000 && value <= 2099 && value % 10 === 0;
  const small = isDecade ? value % 100 : value;
  if (small < 13 || small > 99) return false;
  const words = small < 20 ? large.teens.split('|')[small - 13] : large.tens.split('|')[Math.floor(small / 10) - 2];
  const isThere = (words ?? '').split('/').some((word) => (PARTS[language] ? text.includes(word) : hasWord(text, word, language)));
  return isThere && (small < 20 || small % 10 === 0 || holdsUnit(small % 10, text, language));
}

/** The unit may stand in the same word: fünfundzwanzig, двадцатипятилетний. */
function holdsUnit(unit: number, text: string, language: string): boolean {
  const words = (WORDS[language] ?? PARTS[language] ?? '').split('|')[unit] ?? '';
  return words.split('/').some((word) => text.includes(word));
}

function isSpelledInEnglish(value: number, text: string): boolean {
  const large = EN_LARGE[value - 13];
  if (large !== undefined) return text.includes(large);
  const [ten, unit] = [EN_TENS[Math.floor(value / 10) - 2], value % 10];
  if (value < 100 && ten !== undefined)
    return new RegExp(`\\b${ten}(?:y|ie)`).test(text) && (unit === 0 || isSpelled(unit, text.replaceAll('-', ' '), 'en'));
  if (value === 50 || value === 0.5) return /\bhal(?:f|ves)\b/.test(text);
  if (value === 100 || value === 1000) return text.includes(value === 100 ? 'hundred' : 'thousand');
  return false;
}

/** 25 → 二十五; 1998 → 一九九八. */
function ideographsOf(value: number): string[] {
  if (!Number.isInteger(value) || value > 9999) return [];
  const digits = String(value).replace(/\d/g, (digit) => IDEOGRAPHS.charAt(Number(digit)));
  if (value > 99) return [digits, ...(value % 100 === 0 && value < 1000 ? [`${IDEOGRAPHS.charAt(value / 100)}百`] : [])];
  const [tens, unit] = [Math.floor(value / 10), value % 10];
  return [`${tens === 1 ? '' : IDEOGRAPHS.charAt(tens)}十${unit === 0 ? '' : IDEOGRAPHS.charAt(unit)}`, digits];
}
