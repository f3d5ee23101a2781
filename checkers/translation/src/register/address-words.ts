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
  ru: {
    formal: wordsIn('вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашего|вашей|вашу|вашим|ваших'),
    informal: wordsIn('ты|тебя|тебе|тобой|твой|твоя|твоё|твое|твои|твоего|твоей|твою'),
    names: { formal: 'вы', informal: 'ты' },
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
};

function wordsIn(list: string, flags = 'giu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${list})(?![\\p{L}\\p{N}’-])`, flags);
}
