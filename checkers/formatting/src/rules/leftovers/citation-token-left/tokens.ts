/** A mark that a chat tool puts into its answers for its own use. */
export interface Token {
  /** What it is, for the reader. */
  readonly kind: string;
  readonly pattern: RegExp;
}

const KINDS = 'search|news|view|image|file|fetch|reddit|forecast|finance|sports|time|maps|product|business|academia|calculator|click|open';

/**
 * Marks in running text, as seen in exported answers: ChatGPT (private-use characters U+E200 to U+E206 around `cite`), the Assistants API
 * (`【12†source】`), Gemini (`[cite_start]`), Claude (`antArtifact`, `antml:`), Grok and Perplexity, and chat templates.
 */
export const TEXT_TOKENS: readonly Token[] = [
  { kind: 'citation mark', pattern: /:?contentReference\s?\[oaicite:\s?\d+\](?:\{index=\d+\})?/g },
  { kind: 'citation mark', pattern: /\[?\boaicite:\d+\]?(?:\{index=\d+\})?/g },
  {
    kind: 'citation mark',
    pattern: new RegExp(
      `\\uE200?(?:file|nav|image)?(?:cite|navlist|group)?\\uE202?\\bturn\\d+(?:${KINDS})\\d+\\w{0,4}(?:\\uE202?turn\\d+(?:${KINDS})\\d+)*\\uE201?`,
      'g',
    ),
  },
  { kind: 'citation mark', pattern: new RegExp(`(?:file)?citeturn\\d+(?:${KINDS})\\d+(?:turn\\d+(?:${KINDS})\\d+)*`, 'g') },
  { kind: 'citation mark', pattern: /\uE200[a-z]{3,20}[^\uE200\uE201]{0,200}\uE201/g },
  { kind: 'citation mark', pattern: /【\d{1,4}(?::\d{1,4})?†[^】]{0,200}】/g },
  { kind: 'citation mark', pattern: /\[?oai_citation(?::\d+)?(?:[‡†]\s?(?:[\w.-]*\w)?\]?|:\d+\]?)/g },
  { kind: 'citation mark', pattern: /\[cite_(?:start|end)\]|\[cite:\s?\d+(?:\s?[,–-]\s?\d+)*\]/g },
  { kind: 'citation mark', pattern: /grok_(?:render_)?(?:citation_)?card(?:_json)?\b/g },
  { kind: 'file mark', pattern: /\[attached[_-]file:\d+\]|\[attached_image:\d+\]/g },
  { kind: 'file mark', pattern: /sandbox:\/mnt\/data\/[^\s)\]}>"'\uFFFC]+/g },
  // Folders in which chat tools keep files: nobody else has them. Data is mounted in the first by others too, but hardly documents.
  {
    kind: 'path into the sandbox of a chat tool',
    pattern: /(?<![\w:/.])\/mnt\/(?:data|user-data\/(?:outputs|uploads))\/[\w.%~/-]{1,200}\.(?:xlsx|docx|pptx|pdf|csv|png|md|txt|zip)\b/g,
  },
  { kind: 'path into the sandbox of a chat tool', pattern: /\bcomputer:\/\/\/[^\s)\]}>"'\uFFFC]+/g },
  {
    kind: 'control mark of a language model',
    pattern: /<\|(?:im_start|im_end|im_sep|endoftext|eot_id|start_header_id|end_header_id|begin_of_text)\|>/g,
  },
];

/** Marks that are written as tags; they are html to a markdown reader. */
export const TAG_TOKENS: readonly Token[] = [
  { kind: 'control mark of a language model', pattern: /<\/?(?:antArtifact|antThinking|antml:\w+)\b[^>]{0,200}>?/g },
  {
    kind: 'control mark of a language model',
    pattern:
      /<\/?(?:tool_call|tool_response|tool_result|function_calls?|function_results|think|thinking|scratchpad)\b[^>\n]{0,200}>|<(?:invoke|parameter) name=[^>\n]{1,200}>/g,
  },
  { kind: 'citation mark', pattern: /<\/?grok(?:-card|:render|:richcontent)\b[^>]{0,200}>?/g },
];

/** Marks in the address of a link. */
export const URL_TOKENS: readonly Token[] = [
  {
    kind: 'tracking mark of a chat tool',
    pattern: /utm_source=(?:chatgpt|openai|copilot|perplexity|claude|gemini)(?:\.(?:com|ai))?(?![\w.-])/gi,
  },
  { kind: 'path into the sandbox of a chat tool', pattern: /sandbox:\/mnt\/data\/[^\s)\]}>"']+/g },
  { kind: 'citation mark', pattern: /grok_(?:render_)?citation_card(?:_json)?/g },
];

/** By lists of marks, one pattern that finds any of them. */
const ANY = new Map(
  [TEXT_TOKENS, TAG_TOKENS, URL_TOKENS].map((tokens) => [
    tokens,
    new RegExp(tokens.map(({ pattern }) => pattern.source).join('|'), tokens.some(({ pattern }) => pattern.ignoreCase) ? 'i' : ''),
  ]),
);

/** False for nearly all texts: looking for each mark by itself takes longer. */
export function mayHold(text: string, tokens: readonly Token[]): boolean {
  return ANY.get(tokens)?.test(text) ?? true;
}
