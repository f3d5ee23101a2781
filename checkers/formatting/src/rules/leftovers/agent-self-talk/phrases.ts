/** Sentences in which a language model speaks of itself, in the languages that agents write most. Each is short, and ends at a fixed word. */
export const SELF_TALK: readonly RegExp[] = [
  /\bas an? (?:large |generative )?(?:AI|artificial intelligence|language)(?:[ -](?:powered|based))?(?: language)? ?(?:model|assistant|system)?(?: (?:developed|created|trained) by \w+)?, I\b/gi,
  /\bI(?:['’]m| am) (?:just |only |merely )?an? (?:large |generative )?(?:AI|artificial intelligence|language)(?: language)? (?:model|assistant)\b/gi,
  /\bI (?:do not|don['’]t) have (?:personal (?:opinions|experiences?|feelings)|real-?time (?:access|data|information)|access to (?:real-?time|the internet|current|external))/gi,
  /\bI (?:cannot|can['’]t|am unable to|['’]m unable to) (?:browse|access|search) the (?:internet|web)\b/gi,
  /\bas of my (?:last |latest |most recent )?(?:knowledge|training)(?: data)?(?: cut-?off| update)?\b/gi,
  /\bmy (?:last )?(?:knowledge|training)(?: data)?(?: was)? (?:cut-?off|last update|update|(?:only )?(?:goes|extends) (?:up )?to|ends in)\b/gi,
  /\bI(?:['’]m sorry|\s?apologi[sz]e), but (?:as an AI|I (?:cannot|can['’]t) (?:assist|help|fulfil+) (?:with )?(?:that|this|your))\b/gi,
  /作为(?:一个|一名|一款)?(?:大型|大)?(?:AI|人工智能|语言)(?:语言)?(?:模型|助手|系统)?[，,]我/g,
  /(?:我的(?:知识|训练数据)(?:截止|更新)|截至我(?:的)?(?:最后|最近)(?:一次)?(?:知识)?更新)/g,
  /\bals (?:eine? )?(?:KI|künstliche Intelligenz|Sprachmodell|KI-Sprachmodell|KI-Modell|KI-Assistentin?)(?: \p{L}+)? (?:kann|habe|bin|darf|verfüge) ich\b/giu,
  /\bmein (?:Wissensstand|Trainingsstand)(?:sdatum)? (?:endet|reicht|ist)\b/gi,
  /\ben tant qu(?:e (?:modèle (?:de langage|linguistique)|(?:grand )?modèle d['’]IA|assistant (?:IA|virtuel))|['’](?:IA|intelligence artificielle|assistant IA)), je\b/giu,
  /\bcomo (?:un )?(?:modelo de (?:lenguaje|linguagem)(?: de IA)?|inteligencia artificial|inteligência artificial|IA|asistente de IA|assistente de IA),? (?:no|não|eu)\b/giu,
  /\bin quanto (?:modello linguistico|modello di linguaggio|intelligenza artificiale|assistente AI|IA),? (?:non|io)\b/giu,
  /(?:私は)?(?:AI|人工知能|大規模言語モデル|言語モデル)(?:言語モデル|アシスタント)?(?:として|なので|であるため)、?(?:私は|個人的な|リアルタイム)/g,
];
