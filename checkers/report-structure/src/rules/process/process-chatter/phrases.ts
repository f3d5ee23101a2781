/** How an agent talks about its own work, in one language. Every pattern begins where a paragraph begins. */
export interface Phrases {
  /** ISO 639-1. */
  readonly language: string;
  /** It says what it does next, that it has enough now, or hands the answer over. */
  readonly talk: readonly RegExp[];
  /** It takes leave of the reader: only in the last block. */
  readonly leave: readonly RegExp[];
}

/** What comes before the words that matter: `Okay, now `, `To answer your question, `. */
const SO_EN =
  '(?:(?:okay|ok|alright|great|perfect|good|excellent|sure|certainly|absolutely|thanks|now|next|first|finally|then|lastly)[,.!:]?\\s+)*(?:(?:to|for|based on|in order to|since|as)\\b[^.!?\\n]{3,140}?,\\s+)?(?:now,?\\s+)?';
const I_WILL =
  "(?:I['’]ll|I will|I['’]m going to|I am going to|I need to|I should|let me|let['’]s|let us|I['’]d like to|I still need to|I also need to|I want to)";
const ADVERB =
  '(?:(?:now|first|next|also|then|again|start by|begin by|continue by|go ahead and|need to|quickly|further|just|conduct|perform|do|try to)\\s+)*';
const SEARCH =
  '(?:search(?:ing)?|gather(?:ing)?|look(?:ing)? (?:up|for|into|at (?:more|other|recent))|research(?:ing)?|fetch(?:ing)?|brows(?:e|ing)|quer(?:y|ying)|retriev(?:e|ing)|find(?:ing)? (?:more|out|information|specific|additional|some|the latest|recent|sources|data)|get(?:ting)? (?:more|additional|some|the latest|specific|information)|check(?:ing)? (?:the web|online|for more|more sources)|collect(?:ing)? (?:more|information|data|sources)|dig(?:ging)? (?:deeper|into)|investigat(?:e|ing)|(?:one|some|a few|another|a|my|more)(?: \\w+){0,2} (?:search(?:es)?|research)|(?:continue|begin|start|continuing)(?: with)?(?: (?:my|the|our))? (?:research|search)\\w*|research-based|explore (?:more|the (?:latest|core)|several))';
const WRITE =
  '(?:(?:help you )?(?:create|write|craft|prepare|compile|produce|draft|develop|present|provide(?: you)?(?: with)?|deliver|put together|synthesi[sz]e))';
/** What an agent that works on files says that it does with them. */
const HANDLE =
  '(?:read|open|load|inspect|examine|review|parse|analy[sz]e|look (?:at|through|into)|go through|check|take a (?:closer |quick )?look at|verify|process|update|convert)';
const FILE =
  '(?:files?|spreadsheets?|workbooks?|csv|xlsx|docx|pdf|data|data ?sets?|documents?|sheets?|brief|inputs?|attachments?|script|order list|instructions?|requirements?|source text)';
const WORK =
  "(?:report|paper|analysis|review|article|overview|summary|answer|explanation|comparison|essay|document|guide|what I(?:['’]ve| have))";

const en: Phrases = {
  language: 'en',
  talk: [
    new RegExp(`^${SO_EN}${I_WILL} ${ADVERB}${SEARCH}\\b`, 'i'),
    new RegExp(
      `^${SO_EN}(?:I['’]ll|I will|I['’]m going to|I am going to|let me) (?:(?:now|first|also|then|quickly) )*(?:(?:start|begin) (?:by|with) (?:\\w+ing\\b|a (?:look|review)\\b)|${HANDLE} (?:the|your|this|these|each|both|all)(?: [\\w.-]+){0,4}? ${FILE}\\b)`,
      'i',
    ),
    new RegExp(
      `^(?=[^.!?\\n]*\\b(?:you|your|comprehensive|detailed|thorough|in-depth|extensive|research)\\b)${SO_EN}I(?:['’]ll| will|['’]m going to) (?:now )?${WRITE} (?:you )?(?:an? |the |my |this |your )?(?:[\\w-]+ ){0,4}?${WORK}\\b`,
      'i',
    ),
    /^(?:okay|ok|great|perfect|good|excellent)?[,.!]?\s*(?:now\s+)?(?:that\s+)?I (?:now |already )?have (?:now )?(?:gathered |collected |found )?(?:enough|sufficient|all the|plenty of) (?:\w+ )?(?:information|data|details|material|research|sources|context)\b/i,
    /^based on (?:my|the|all the) (?:[\w-]+ ){0,2}?(?:research|search(?: results)?|searches|information|findings|sources)(?: (?:that )?I(?:['’]ve| have)? (?:\w+ )?(?:gathered|conducted|collected|found|done))?,? (?:I(?:['’]ll| will| can| have|['’]ve)|here(?:['’]s| is| are))\b/i,
    /^(?:certainly|sure|absolutely|of course|great question|sure thing|no problem|understood)[!,.]\s+(?:here(?:['’]s| is| are)|I(?:['’]ll|['’]d be| can| will)|below is)\b/i,
    /^(?:here(?:['’]s| is)|below is|I(?:['’]ve| have) (?:created|prepared|written|compiled|drafted)) (?:the|your|a|an) (?:[\w-]+ ){0,4}?(?:report|document|analysis|summary|article|essay|translation|draft)\b[^.:]{0,60}(?:you(?:['’]ve| have)? (?:asked|requested|wanted|need)|as (?:you )?requested|per your request|based on (?:my|the) (?:research|search))/i,
    /^(?:I apologi[sz]e|sorry), (?:but )?(?:I (?:was|am|could)|the (?:search|tool|page))\b/i,
    /^(?:this|the|my) (?:search|tool|web search|query)(?: results?)? (?:returned|gave|did(?:n['’]t| not)|show(?:s|ed)? that I need|failed)\b/i,
  ],
  leave: [
    /^(?:please )?(?:let me know|feel free to (?:ask|reach|let me)|don['’]t hesitate to)\b/i,
    /^(?:would you like me to|do you want me to|shall I|is there anything else|if you(?:['’]d| would)? (?:like|want|need)[^.?!]{0,80}?,? (?:I can|I['’]d be happy|just (?:ask|say|let me know)|let me know))\b/i,
    /^I hope (?:this|that|the)(?: \w+)? (?:helps|meets|answers|is helpful)\b/i,
  ],
};

const SO_ZH = '(?:[^。！？\\n]{0,60}[，,:：])?(?:好的[，,。！]?)?(?:首先|现在|接下来|然后|最后|其次|此外|下面)?[，,]?';

const zh: Phrases = {
  language: 'zh',
  talk: [
    new RegExp(
      `^${SO_ZH}(?:请?(?:让|容)我们?|我(?:还|也|将|会|需要|要|先|来|再|需)+)[^。，,！？]{0,30}?(?:搜索|查询|查找|检索|搜集|收集|查阅|调研|找一些)`,
    ),
    new RegExp(`^${SO_ZH}(?:请?(?:让|容)我(?!们)|我(?:现在|还|也|将)*需要)[^。，,！？]{0,30}?(?:了解|获取|寻找|探索)`),
    /^(?:好的|当然(?:可以)?|没问题)[，,！!。]\s*(?:以下|下面|这是|我(?:将|会|来|为)|让我)/,
    /^(?:根据|基于|通过)(?:以上|上述|目前|当前|我|已|所|现有)*的?(?:搜索|检索|搜集|收集|查询|获取|调研|信息|资料|研究)[^。]{0,40}[，,](?:我(?:将|会|现在|可以|来|为|已)|下面我?|以下是)/,
    /^(?:现在)?我(?:现在)?(?:已经?|已)(?:收集|获取|掌握|获得|搜集|有)(?:到|了)?(?:了)?(?:足够|充足|充分|大量)/,
    /^我(?:将|会|来)(?:为您|为你|首先|现在)?(?:撰写|提供|调研|研究|系统|全面|对)[^。]{0,60}(?:报告|分析|信息|方案|综述|调研|梳理)/,
    /^(?:以下|这)是(?:我)?(?:为您|为你|您要求的|你要求的|根据您的)/,
  ],
  leave: [
    /^(?:如果?您?(?:有|还有|需要)[^。]{0,30}(?:请|欢迎|随时|告诉我)|希望(?:这|以上|本)[^。]{0,30}(?:帮助|有用)|(?:您|你)(?:需要|想要|希望)我)/,
  ],
};

const others: readonly Phrases[] = [
  {
    language: 'de',
    talk: [
      /^(?:(?:okay|gut|nun|jetzt|zunächst|als nächstes|zuerst)[,.!]?\s+)*(?:(?:ich werde|werde ich|ich muss|lassen sie mich|lass mich|lassen sie uns|ich will|ich möchte)\s+(?:[\p{L}-]+\s+){0,12}?(?:suchen|recherchieren|nachschlagen|nachsehen|sammeln|zusammentragen|beschaffen)\b|ich (?:suche|recherchiere) (?:nun|jetzt|zunächst|zuerst|weiter|nach (?:weiteren )?informationen))/iu,
      /^(?:gerne?|natürlich|selbstverständlich|klar|sicher)[!,.]\s+(?:hier (?:ist|sind)|ich (?:werde|habe|kann)|im folgenden)/iu,
      /^(?:nun|jetzt)? ?(?:habe ich|ich habe) (?:nun|jetzt) (?:genug|genügend|ausreichend)e? (?:\p{L}+ )?(?:informationen|daten|material)/iu,
      /^hier (?:ist|finden sie) (?:der|die|das|ihre?n?|den) (?:[\p{L}-]+ ){0,3}?(?:gewünschte|angeforderte|gewünschten|angeforderten|von ihnen)/iu,
    ],
    leave: [
      /^(?:lassen sie mich wissen|lass mich wissen|sagen sie mir bescheid|ich hoffe, (?:das|dieser?) [^.]{0,30}(?:hilft|hilfreich)|(?:möchten|soll)\p{L}* (?:sie|ich)[^?]{0,80}\?$)/iu,
    ],
  },
  {
    language: 'fr',
    talk: [
      /^(?:(?:d['’]accord|bien|maintenant|d['’]abord|ensuite|enfin)[,.!]?\s+)*(?:je vais (?:maintenant |d['’]abord |ensuite )?|laissez-moi |laisse-moi |permettez-moi de )(?:\p{L}+ ){0,2}?(?:rechercher|chercher|rassembler|recueillir|consulter|me renseigner|effectuer (?:une|des|quelques) recherches?)/iu,
      /^(?:bien sûr|certainement|avec plaisir|d['’]accord)\s?[!,.]\s+(?:voici|je vais|je peux|ci-dessous)/iu,
      /^j['’]ai (?:maintenant|désormais) (?:assez|suffisamment|toutes les) d?['’e ]*(?:\p{L}+ )?(?:informations|données)/iu,
      /^voici (?:le|la|votre|un|une) (?:[\p{L}-]+ ){0,4}?(?:que vous avez demandée?|demandée?\b)/iu,
    ],
    leave: [/^(?:n['’]hésitez pas à|faites-moi savoir|j['’]espère que (?:cela|ce)|souhaitez-vous que je|voulez-vous que je)/iu],
  },
  {
    language: 'es',
    talk: [
      /^(?:(?:bien|vale|ahora|primero|a continuación|luego|finalmente)[,.!]?\s+)*(?:voy a |permítame |permíteme |déjame |déjeme |necesito )(?:\p{L}+ ){0,2}?(?:buscar|investigar|recopilar|consultar|recabar|indagar)/iu,
      /^¡?(?:claro|por supuesto|desde luego|con gusto)(?: que sí)?[!,.]+\s+(?:aquí|voy a|puedo|a continuación)/iu,
      /^(?:ahora )?(?:ya )?tengo (?:ya )?(?:suficiente|toda la) información/iu,
      /^aquí (?:tiene|tienes|está) (?:el|la|su|tu|un|una) (?:[\p{L}-]+ ){0,4}?(?:que (?:ha |has )?(?:pedido|pediste|solicitado|solicitaste|pidió|solicitó)|solicitad[oa])/iu,
    ],
    leave: [
      /^(?:no dudes? en|no dude en|hágame saber|avísame|espero que (?:esto|este)|¿(?:quieres|quiere|desea|te gustaría|le gustaría) que)/iu,
    ],
  },
  {
    language: 'pt',
    talk: [
      /^(?:(?:bem|ok|agora|primeiro|em seguida|depois|finalmente)[,.!]?\s+)*(?:vou |irei |deixe-me |deixa-me |permita-me |preciso )(?:agora |primeiro )?(?:\p{L}+ ){0,2}?(?:pesquisar|procurar|buscar|recolher|coletar|reunir informações)/iu,
      /^(?:claro|com certeza|certamente|sem problema)[!,.]\s+(?:aqui (?:está|vai)|segue|vou|posso)/iu,
      /^(?:agora )?(?:já )?tenho (?:agora )?(?:informações suficientes|informação suficiente|todas as informações)/iu,
      /^(?:aqui está|segue) (?:o|a|seu|sua|um|uma) (?:[\p{L}-]+ ){0,4}?(?:que (?:você )?(?:pediu|solicitou)|solicitad[oa])/iu,
    ],
    leave: [/^(?:não hesite em|fique à vontade|avise-me|me avise|espero que (?:isso|este)|(?:você )?(?:gostaria|quer|deseja) que eu)/iu],
  },
  {
    language: 'it',
    talk: [
      /^(?:(?:bene|ok|ora|adesso|prima|poi|infine)[,.!]?\s+)*(?:cercherò|ricercherò|farò (?:una|delle|alcune) ricerc|(?:lasciami|mi lasci|permettimi di|mi permetta di|devo|vado a) (?:\p{L}+ ){0,1}?(?:cercare|ricercare|raccogliere|consultare))/iu,
      /^(?:certo|certamente|naturalmente|volentieri)[!,.]\s+(?:ecco|di seguito|posso|cercherò)/iu,
      /^(?:ora |adesso )?ho (?:ora |adesso )?(?:abbastanza|sufficienti|tutte le) informazioni/iu,
      /^ecco (?:il|la|l['’]|un|una) ?(?:[\p{L}-]+ ){0,4}?(?:che hai chiesto|che ha chiesto|richiest[oa])/iu,
    ],
    leave: [/^(?:fammi sapere|mi faccia sapere|non esitare|non esiti|spero che (?:questo|ciò)|vuoi che|desidera che)/iu],
  },
  {
    language: 'ja',
    talk: [
      /^(?:それでは|では|まず|次に|最後に|続いて|さらに)?、?[^。]{0,50}(?:について|に関する(?:情報)?を|情報を|もう少し)[^。]{0,20}(?:検索(?:し(?:ます|てみます|ていきます)|させて)|調べ(?:ます|てみます|ていきます|させて)|調査(?:します|いたします|していきます)|収集(?:します|していきます))。?/,
      /^(?:はい、?|承知(?:しました|いたしました)|かしこまりました|もちろんです)[。、！!]\s*(?:以下|こちら|それでは|では|.{0,20}(?:作成|ご説明|まとめ))/,
      /^(?:これで|ここまでで)?、?十分な(?:情報|データ|資料)が(?:集ま|得られ|揃)/,
      /^(?:以下(?:は|が)|こちらが)[^。]{0,10}ご(?:依頼|要望|希望)の/,
    ],
    leave: [/^(?:ご(?:不明|質問)[^。]{0,30}(?:ください|下さい)|何か(?:ご|他に)[^。]{0,30}(?:ください|下さい|ますか)|お役に立て)/],
  },
];

export const PHRASES: readonly Phrases[] = [en, zh, ...others];
