/** Text that stands for text that was never written. */
export interface Placeholder {
  readonly messageId: 'placeholder' | 'field' | 'template' | 'figure' | 'filler' | 'task' | 'mark';
  readonly pattern: RegExp;
  /** What every hit holds: blocks without it are not searched. */
  readonly holds?: string;
  /** Only where there are at most this many words beside it in the block. */
  readonly beside?: number;
}

/** What Word shows in an empty content control, by the language of the program. */
const WORD = [
  'Click or tap here to enter text',
  'Click here to enter text',
  'Click or tap to enter a date',
  'Click here to enter a date',
  'Klicken oder tippen Sie hier, um Text einzugeben',
  'Klicken Sie hier, um Text einzugeben',
  'Cliquez ou appuyez ici pour entrer du texte',
  'Cliquez ici pour entrer du texte',
  'Haga clic o pulse aquí para escribir texto',
  'Haga clic aquí para escribir texto',
  'Fare clic o toccare qui per immettere il testo',
  'Clique ou toque aqui para inserir o texto',
  'Clique aqui para introduzir texto',
  '单击或点击此处输入文字',
  'ここをクリックまたはタップしてテキストを入力してください',
];

const OF_WHOM =
  "(?:client(?:['’]s)?|company(?:['’]s)?|customer(?:['’]s)?|recipient(?:['’]s)?|sender(?:['’]s)?|author(?:['’]s)?|hiring manager(?:['’]s)?)";
const WHAT =
  '(?:(?:full |first |last |sur|company |business |project |brand |job |legal )?name|title|position|address|e-?mail(?: address)?|phone(?: number)?|company|organi[sz]ation|logo|signature|website|number)';
/** Behind a bracket that a reference link or a definition has. */
const NOT_A_LINK = '(?![[(:])';

const brackets = (inner: string): RegExp => new RegExp(`(?<![\\w\\]!])\\[\\s?(?:${inner})\\s?\\]${NOT_A_LINK}`, 'giu');

/** The first of two that meet counts. */
export const PLACEHOLDERS: readonly Placeholder[] = [
  { messageId: 'placeholder', pattern: /\blorem ipsum dolor(?: sit amet)?\b/giu },
  { messageId: 'placeholder', pattern: new RegExp(WORD.join('|'), 'giu') },
  // In the middle of a sentence people write '[your name]' where the reader's own name goes.
  { messageId: 'placeholder', holds: '[', pattern: brackets(`(?:your|my|our) ${WHAT}(?: here)?`), beside: 4 },
  { messageId: 'field', holds: '[', pattern: brackets(`(?:your|my|our) ${WHAT}(?: here)?`) },
  { messageId: 'placeholder', holds: '[', pattern: brackets(`${OF_WHOM} ${WHAT}(?: here)?`) },
  {
    messageId: 'placeholder',
    holds: '[',
    pattern: brackets('(?:company|client|customer|project|recipient|product|author|contact|organi[sz]ation) name'),
  },
  {
    messageId: 'placeholder',
    holds: '[',
    pattern: brackets('(?:please )?(?:insert|enter|add|fill in|write|provide) [^\\[\\]\\n]{2,60}? here'),
  },
  { messageId: 'placeholder', holds: '[', pattern: brackets('insert [^\\[\\]\\n]{2,60}') },
  {
    messageId: 'placeholder',
    holds: '[',
    pattern: brackets(
      "(?:Ihr|Dein) (?:Name|Titel|Unternehmen)|Firmenname|(?:votre|ton) (?:nom|entreprise)|nom de l[’']entreprise|(?:su|tu) (?:nombre|empresa)|nombre de la empresa|(?:il tuo|suo) nome|nome (?:dell[’']azienda|da empresa)|(?:o )?seu nome|(?:您的|你的)(?:姓名|名字|公司名称|公司)|公司名称|会社名|氏名",
    ),
  },
  {
    messageId: 'field',
    holds: '[',
    pattern: brackets(
      '(?:full |first |last )?name|date|address|amount|city|title|signature|phone(?: number)?|email|TBD|TBC|TODO|placeholder|XX+|[_•●]+',
    ),
  },
  { messageId: 'template', holds: '{{', pattern: /\{\{\s?[\p{L}_][\p{L}\p{N}_ .-]{0,40}\s?\}\}/gu },
  { messageId: 'template', holds: '<<', pattern: /<<\s?[\p{L}_][\p{L}\p{N}_ .-]{0,40}\s?>>/gu },
  {
    messageId: 'figure',
    holds: 'X',
    pattern:
      /(?<![\p{L}\p{N}_.-])(?:(?:[$€£¥]|USD |EUR |GBP )X{1,3}(?:[.,]X{1,3})*(?: ?(?:[kKmM]|million|billion|bn|%))?|X{2,3}(?:[.,]X{1,2})? ?%|XX+[.,]X{1,2})(?![\p{L}\p{N}_])/gu,
  },
  { messageId: 'field', pattern: /\b(?:TBD|TBC|TODO|FIXME|to be (?:completed|added|written|filled in))\b/gu, beside: 0 },
  { messageId: 'task', holds: ':', pattern: /^\s*(?:TODO|FIXME|TBD)\s?:\s?\S[^\n]{0,60}/gu },
  { messageId: 'mark', pattern: /(?<![\p{L}\p{N}_@#/.-])(?:TODO|FIXME|TBD|XXX)(?![\p{L}\p{N}_/-])/gu },
  { messageId: 'filler', pattern: /\blorem ipsum\b/giu },
];
