/** A sign beside numbers, and how languages write it out. */
export interface NumberSign {
  readonly name: string;
  /** The sign beside a digit. */
  readonly beside: RegExp;
  /** Anything that stands for it. */
  readonly any: RegExp;
}

export const PERCENT: NumberSign = {
  name: '%',
  beside: /\d\s?[%％٪]|[%٪]\s?\d/u,
  any: /[%％٪]|percent|per cent|prozent|pro ?cent|pour ?cent|por ?cent|por ciento|per cento|prosent|procent|procenc|prosentt|процент|відсот|відсоткі|проценат|yüzde|persen|phần trăm|százalék|τοις εκατό|بالمئة|بالمائة|في المئة|في المائة|المئة|المائة|प्रतिशत|फीसदी|फ़ीसदी|퍼센트|프로|เปอร์เซ็นต์|ร้อยละ|百分|パーセント|割|אחוז|درصد/iu,
};

/** Signs that are of one currency in most texts; `$` is of many. */
export const CURRENCIES: readonly NumberSign[] = [
  {
    name: '€',
    beside: /€\s?\d|\d\s?€|\bEUR\s?\d|\d\s?EUR\b/u,
    any: /€|\bEUR\b|euro|eur[oó]|evro|евро|євро|欧元|歐元|ユーロ|유로|ยูโร|يورو|यूरो|אירו|یورو|ευρώ|avro/iu,
  },
  {
    name: '$',
    beside: /\$\s?\d|\d\s?\$|\bUSD\s?\d|\d\s?USD\b/u,
    any: /[$＄]|\b[A-Z]{1,2}D\b|dol+ar|dól+ar|dolár|dolari|доллар|долар|美元|美金|澳元|加元|港[元币幣]|元|ドル|달러|ดอลลาร์|เหรียญ|دولار|डॉलर|דולר|دلار|δολάρι|\bpes[oó]|real|reais|raha|bucks/iu,
  },
  {
    name: '£',
    beside: /£\s?\d|\d\s?£|\bGBP\s?\d|\d\s?GBP\b/u,
    any: /£|\bGBP\b|pound|pfund|livre|libra|sterlin|pund|punta|funt|libe?r|фунт|英镑|英鎊|ポンド|파운드|ปอนด์|جنيه|पाउंड|पाउण्ड|पौंड|ליש|liira|λίρ|پوند/iu,
  },
];
