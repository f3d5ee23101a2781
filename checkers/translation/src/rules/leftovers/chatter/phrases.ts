/** What a model says around a translation. `phrase` is looked for at the start of a segment, in lower case. */
const HERE_IS = [
  String.raw`(?:sure|certainly|of course|absolutely|okay|ok)[,!.]?\s{1,3}(?:here (?:is|are)|here['’]s|i will translate|i['’]ll translate)`,
  String.raw`here(?:['’]s| is) (?:the|your|my|a)(?: \p{L}{1,20}){0,3} (?:translation|translated)`,
  String.raw`(?:the )?translat(?:ion|ed text)(?: (?:of|in|into|to)(?: \p{L}{1,20}){1,4})?:`,
  String.raw`below is the(?: \p{L}{1,20}){0,2} translation`,
  String.raw`(?:(?:gerne|natürlich|klar|selbstverständlich)[,!.]? )?hier (?:ist|kommt|folgt) (?:die|deine|ihre)(?: \p{L}{1,20})? übersetzung`,
  String.raw`(?:(?:bien sûr|certainement|d['’]accord)[ ,!.]{0,3})?voici (?:la|votre|une)(?: \p{L}{1,20})? ?traduction`,
  String.raw`(?:(?:claro|por supuesto)[ ,!.]{0,3})?aquí (?:está|tienes|tiene) (?:la|tu|su|una) traducción`,
  String.raw`(?:(?:certo|certamente)[ ,!.]{0,3})?ecco (?:la|una|tua) traduzione`,
  String.raw`(?:claro[ ,!.]{0,3})?aqui está a (?:sua )?tradução`,
  String.raw`hier is (?:de|uw|je)(?: \p{L}{1,20})? ?vertaling`,
  String.raw`här är (?:den \p{L}{1,20} )?översättning`,
  String.raw`her er (?:den \p{L}{1,20} )?(?:oversættelse|oversettelse)`,
  String.raw`tässä on (?:\p{L}{1,20} )?käännös`,
  String.raw`oto (?:\p{L}{1,20} )?tłumaczenie`,
  String.raw`(?:zde je|tady je) (?:\p{L}{1,20} )?překlad`,
  String.raw`tu je (?:\p{L}{1,20} )?preklad`,
  String.raw`íme a (?:\p{L}{1,20} )?fordítás`,
  String.raw`iată traducerea`,
  String.raw`(?:конечно[ ,!.]{0,3})?вот (?:\p{L}{1,20} )?перевод`,
  String.raw`ось (?:\p{L}{1,20} )?переклад`,
  String.raw`ето превода`,
  String.raw`(?:εδώ είναι|ακολουθεί|ορίστε) η μετάφραση`,
  String.raw`işte (?:\p{L}{1,20} )?çeviri`,
  String.raw`berikut (?:adalah |ini )?terjemahan`,
  String.raw`(?:dưới )?đây là bản dịch`,
  String.raw`(?:إليك|هذه هي|فيما يلي) الترجمة`,
  String.raw`הנה התרגום`,
  String.raw`यह(?:ाँ|ां|ा)? (?:आपका )?अनुवाद`,
  String.raw`นี่คือคำแปล`,
  String.raw`(?:好的[，,。！!]?)?(?:以下是|这是|這是)[^。]{0,12}(?:翻译|翻譯|译文|譯文)`,
  String.raw`以下(?:は|が)[^。]{0,16}(?:翻訳|訳文)`,
  String.raw`다음은[^.]{0,16}번역`,
];

const REFUSALS = [
  String.raw`as an ai(?: language)? model`,
  String.raw`i(?:['’]m| am) (?:sorry|unable)[^.!?]{0,30} (?:translate|assist|fulfil|provide a translation|help with th)`,
  String.raw`i can(?:not|['’]t) (?:translate|assist with|fulfil)`,
  String.raw`als ki-(?:sprach)?modell`,
  String.raw`ich kann (?:diesen text|das|dies) (?:leider )?nicht übersetzen`,
  String.raw`en tant que modèle de langage|en tant qu['’]ia\b`,
  String.raw`je ne peux pas traduire`,
  String.raw`como (?:un )?modelo de (?:lenguaje|linguagem)|como uma? (?:ia|inteligência artificial)`,
  String.raw`no puedo traducir|não posso traduzir|non posso tradurre`,
  String.raw`come modello linguistico`,
  String.raw`als (?:een )?ai-taalmodel`,
  String.raw`som en (?:ai-)?språkmodell`,
  String.raw`jako model językowy|jako jazykový model`,
  String.raw`как (?:языковая модель|искусственный интеллект)|я не могу перевести`,
  String.raw`作为(?:一个|一名)?(?:ai|人工智能)(?:语言)?(?:模型|助手)|作為(?:一個)?(?:ai|人工智慧)`,
  String.raw`ai(?:言語モデル)?として|言語モデルとして`,
  String.raw`ai 언어 모델로서`,
];

const PROMPTS = [
  String.raw`<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|begin_of_text)\|>`,
  String.raw`\[\/?inst\]|<<\/?sys>>`,
  String.raw`^\s{0,3}#{1,4} ?(?:instruction|system prompt)`,
  String.raw`you are a (?:professional|helpful|expert)(?: \p{L}{1,20}){0,3} (?:translator|assistant)`,
  String.raw`translate the following(?: \p{L}{1,20}){0,4} (?:to|into|from) \p{L}`,
  String.raw`(?:output|return|respond with) only the translat`,
];

const sourceOf = (phrases: readonly string[]): string => phrases.map((one) => `(?:${one})`).join('|');

/** By what they are; each is searched in a text in lower case. */
export const CHATTER: readonly (readonly ['preface' | 'refusal' | 'prompt', RegExp])[] = [
  ['preface', new RegExp(`^[\\s*_"“„«]{0,5}(?:${sourceOf(HERE_IS)})`, 'u')],
  ['refusal', new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${sourceOf(REFUSALS)})`, 'u')],
  ['prompt', new RegExp(sourceOf(PROMPTS), 'u')],
];
