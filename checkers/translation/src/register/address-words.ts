/** The words by which a language addresses one person: as a stranger or customer, and as a friend. */
export interface AddressWords {
  readonly formal: RegExp;
  readonly informal: RegExp;
  /** How the two are called, for the reader. */
  readonly names: Readonly<Record<Register, string>>;
}

export type Register = 'formal' | 'informal';

/** By language (ISO 639-1). Words that mean something else too (French te, Italian ti and Lei at the start of a sentence) are left out. */
export const ADDRESS_WORDS: Readonly<Record<string, AddressWords>> = {
  bg: {
    formal: /(?<=[\p{L}\p{N},] )(?:Вие|Вас|Ви|Вам|Ваш|Ваша|Ваше|Ваши|Вашия|Вашата)(?![\p{L}\p{N}])/gu,
    informal: wordsIn('теб|твоя|твоят|твоята|твоето|твоите|можеш|искаш'),
    names: { formal: 'Вие', informal: 'ти' },
  },
  ca: { formal: wordsIn('vostè|vostès'), informal: wordsIn('teu|teva|teus|teves|pots|vols'), names: { formal: 'vostè', informal: 'tu' } },
  cs: {
    formal: wordsIn('vy|vás|vám|vámi|váš|vaše|vašeho|vaší|vašich|můžete|chcete'),
    informal: wordsIn('tebe|tebou|tobě|tvůj|tvoje|tvého|tvoji|můžeš|chceš'),
    names: { formal: 'vy', informal: 'ty' },
  },
  // At the start of a sentence Sie may be she or they.
  de: {
    formal: /(?<=[\p{L}\p{N},] )(?:Sie|Ihnen|Ihr|Ihre|Ihrem|Ihren|Ihrer|Ihres)(?![\p{L}\p{N}])/gu,
    informal: wordsIn('du|dich|dir|dein|deine|deinem|deinen|deiner|deines', 'giu'),
    names: { formal: 'Sie', informal: 'du' },
  },
  es: {
    formal: wordsIn('usted'),
    informal: wordsIn('tú|ti|contigo|tuyo|tuya|tienes|puedes|quieres'),
    names: { formal: 'usted', informal: 'tú' },
  },
  fr: {
    formal: wordsIn('vous|votre|vos'),
    informal: wordsIn('tu|toi|tes|tien|tienne'),
    names: { formal: 'vous', informal: 'tu' },
  },
  gl: {
    formal: wordsIn('vostede|vostedes'),
    informal: wordsIn('teu|túa|teus|túas|contigo|podes|queres'),
    names: { formal: 'vostede', informal: 'ti' },
  },
  hi: {
    formal: wordsIn('आप|आपका|आपके|आपकी|आपको'),
    informal: wordsIn('तुम|तुम्हारा|तुम्हारे|तुम्हारी|तुम्हें|तेरा|तेरी'),
    names: { formal: 'आप', informal: 'तुम' },
  },
  hu: {
    formal: wordsIn('ön|önt|önnek|önök|önnel|öné'),
    informal: wordsIn('téged|neked|veled|tőled|tudsz|akarsz|szeretnél'),
    names: { formal: 'ön', informal: 'te' },
  },
  id: { formal: wordsIn('Anda', 'gu'), informal: wordsIn('kamu|engkau|kau'), names: { formal: 'Anda', informal: 'kamu' } },
  it: {
    formal: /(?<=[\p{L}\p{N},] )(?:Lei|Suo|Sua|Suoi|Sue)(?![\p{L}\p{N}])/gu,
    informal: wordsIn('tuo|tua|tuoi|tue|puoi|vuoi'),
    names: { formal: 'Lei', informal: 'tu' },
  },
  nl: { formal: wordsIn('uw|uzelf|u'), informal: wordsIn('jij|jou|jouw|je|jezelf'), names: { formal: 'u', informal: 'je' } },
  pl: {
    formal: wordsIn('Pan|Pani|Pana|Panu|Państwo|Państwa|Państwu', 'gu'),
    informal: wordsIn('ciebie|cię|tobie|tobą|twój|twoja|twoje|twojego|twojej|możesz|chcesz'),
    names: { formal: 'Pan or Pani', informal: 'ty' },
  },
  pt: {
    formal: wordsIn('você|vocês|senhor|senhora'),
    informal: wordsIn('tu|teu|tua|teus|tuas|contigo'),
    names: { formal: 'você', informal: 'tu' },
  },
  ro: {
    formal: wordsIn('dumneavoastră|dvs'),
    informal: wordsIn('tu|tine|ție|tău|tăi|poți|vrei'),
    names: { formal: 'dumneavoastră', informal: 'tu' },
  },
  ru: {
    formal: wordsIn('вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашего|вашей|вашу|вашим|ваших'),
    informal: wordsIn('ты|тебя|тебе|тобой|твой|твоя|твоё|твое|твои|твоего|твоей|твою'),
    names: { formal: 'вы', informal: 'ты' },
  },
  sk: {
    formal: wordsIn('vy|vás|vám|vami|váš|vaša|vaše|vášho|vašej|môžete|chcete'),
    informal: wordsIn('teba|tebou|tebe|tvoj|tvoja|tvoje|tvojho|môžeš|chceš'),
    names: { formal: 'vy', informal: 'ty' },
  },
  tr: {
    formal: wordsIn('siz|sizin|sizi|size|sizden'),
    informal: wordsIn('sen|senin|seni|sana|senden'),
    names: { formal: 'siz', informal: 'sen' },
  },
  uk: {
    formal: wordsIn('ви|вас|вам|вами|ваш|ваша|ваше|ваші|вашого|вашої|вашу'),
    informal: wordsIn('ти|тебе|тобі|тобою|твій|твоя|твоє|твої|твого|твоєї|твою'),
    names: { formal: 'ви', informal: 'ти' },
  },
  zh: { formal: /您/gu, informal: /你(?![们們])/gu, names: { formal: '您', informal: '你' } },
};

function wordsIn(list: string, flags = 'giu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_'’-])(?:${list})(?![\\p{L}\\p{N}’-])`, flags);
}
