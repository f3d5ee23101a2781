/** Beginnings of the words for 13 to 19, and for the tens from 20 to 90, by ISO 639-1: values are separated by `|`, words by `/`. */
export const LARGE_WORDS: Readonly<Record<string, { readonly teens: string; readonly tens: string }>> = {
  de: {
    teens: 'dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn',
    tens: 'zwanzig|dreißig/dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig',
  },
  fr: {
    teens: 'treiz|quatorz|quinz|seiz|dix-sept|dix-huit|dix-neu',
    tens: 'vingt|trent|quarant|cinquant|soixant|soixante-dix/septant|quatre-vingt/huitant/octant|quatre-vingt-dix/nonant',
  },
  es: {
    teens: 'trece|catorc|quinc|diecis/décimosexto|diecisiet|dieciocho|diecinuev',
    tens: 'veint|treint|cuarent|cincuent|sesent|setent|ochent|novent',
  },
  pt: {
    teens: 'treze|catorze/quatorze|quinze|dezesseis/dezasseis|dezessete/dezassete|dezoito|dezenove/dezanove',
    tens: 'vinte|trinta|quarenta|cinquenta/cinqüenta|sessenta|setenta|oitenta|noventa',
  },
  gl: {
    teens: 'trece|catorce|quince|dezaseis|dezasete|dezaoito|dezanove',
    tens: 'vinte|trinta|corenta|cincuenta|sesenta|setenta|oitenta|noventa',
  },
  it: {
    teens: 'tredic|quattordic|quindic|sedic|diciassett|diciott|diciannov',
    tens: 'vent|trent|quarant|cinquant|sessant|settant|ottant|novant',
  },
  nl: {
    teens: 'dertien|veertien|vijftien|zestien|zeventien|achttien|negentien',
    tens: 'twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig',
  },
  pl: {
    teens: 'trzynast|czternast|piętnast|szesnast|siedemnast|osiemnast|dziewiętnast',
    tens: 'dwudziest/dwadzie|trzydzie|czterdzie|pięćdzie|sześćdzie|siedemdzie|osiemdzie|dziewięćdzie',
  },
  cs: {
    teens: 'třináct|čtrnáct|patnáct|šestnáct|sedmnáct|osmnáct|devatenáct',
    tens: 'dvacát/dvacet|třicát/třicet|čtyřicát/čtyřicet|padesát|šedesát|sedmdesát|osmdesát|devadesát',
  },
  sk: {
    teens: 'trinás|štrnás|pätnás|šestnás|sedemnás|osemnás|devätnás',
    tens: 'dvadsa|tridsa|štyridsa|päťdesia|šesťdesia|sedemdesia|osemdesia|deväťdesia',
  },
  ru: {
    teens: 'тринадцат|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат',
    tens: 'двадцат|тридцат|сорок|пятьдесят/пятидесят|шестьдесят/шестидесят|семьдесят/семидесят|восемьдесят/восьмидесят|девяност',
  },
  uk: {
    teens: 'тринадцят|чотирнадцят|п’ятнадцят/пʼятнадцят|шістнадцят|сімнадцят|вісімнадцят|дев’ятнадцят/девʼятнадцят',
    tens: 'двадцят|тридцят|сорок|п’ятдесят/пʼятдесят|шістдесят|сімдесят|вісімдесят|дев’яност/девʼяност',
  },
  sv: { teens: 'tretton|fjorton|femton|sexton|sjutton|arton|nitton', tens: 'tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio' },
  tr: {
    teens: 'on üç|on dört|on beş|on altı|on yedi|on sekiz|on dokuz',
    tens: 'yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan',
  },
  id: {
    teens: 'tiga belas|empat belas|lima belas|enam belas|tujuh belas|delapan belas|sembilan belas',
    tens: 'dua puluh|tiga puluh|empat puluh|lima puluh|enam puluh|tujuh puluh|delapan puluh|sembilan puluh',
  },
  hi: { teens: 'तेरह|चौदह|पंद्रह/पन्द्रह|सोलह|सत्रह|अठारह|उन्नीस', tens: 'बीस|तीस|चालीस|पचास|साठ|सत्तर|अस्सी|नब्बे' },
  ar: {
    teens:
      'ثالث عشر/ثلاثة عشر/ثلاث عشرة|رابع عشر/أربعة عشر/أربع عشرة|خامس عشر/خمسة عشر/خمس عشرة|سادس عشر/ستة عشر/ست عشرة|سابع عشر/سبعة عشر/سبع عشرة|ثامن عشر/ثمانية عشر/ثماني عشرة|تاسع عشر/تسعة عشر/تسع عشرة',
    tens: 'عشرين/عشرون|ثلاثين/ثلاثون|أربعين/أربعون|خمسين/خمسون|ستين/ستون|سبعين/سبعون|ثمانين/ثمانون|تسعين/تسعون',
  },
};

/** Beginnings of the words for a half. */
export const HALF: RegExp =
  /hal[bfv]|hälft|demi|medi[oa]|mezz[oa]|mei[oa]\b|pół|połow|půl|pol(?:a|ovica)|полов|полтор|пів|نصف|आध|साढ़|डेढ़|ढाई|yarı|buçuk|puoli|puolt|setengah|半|절반|ครึ่ง/iu;
