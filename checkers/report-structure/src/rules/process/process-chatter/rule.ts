import { defineRule, type Rule } from '@preflag/core';
import { noteUnknownLanguage, textLanguage } from '@preflag/readers/language';
import type { Block } from '@preflag/readers';
import { PHRASES } from './phrases.ts';

/** Blocks at the start, headings not counted, where nobody but an agent talks so. */
const OPENING = 3;

const TALK = PHRASES.flatMap(({ talk }) => talk);
const LEAVE = PHRASES.flatMap(({ leave }) => leave);
const LANGUAGES = PHRASES.map(({ language }) => language);
const SPOKEN = new Set<Block['type']>(['paragraph', 'listItem']);

/**
 * Looks at how paragraphs begin; block quotes are left alone. Patterns are in phrases.ts, by language.
 * Does not catch: talk in other languages, and talk inside of a paragraph.
 * Known false alarms: minutes and transcripts that quote a speaker without quotation marks; farewells in letters, which are hints.
 */
export const processChatter: Rule<'document'> = defineRule({
  id: 'report-structure/process-chatter',
  title: "The agent's talk about its own work stands in the document",
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [textLanguage],
  languages: LANGUAGES,
  why: 'The client asked for a document and reads a chat: it must be cleaned by hand before anybody else may see it.',
  advice: 'Take the sentence out, and all others of its kind.',
  messages: {
    opening: "The document begins with the agent's own talk: '{{found}}'",
    inside: { text: "This reads like the agent's own talk: '{{found}}'", certainty: 'likely' },
    leave: { text: "The document ends by talking to the reader: '{{found}}'", severity: 'minor', certainty: 'hint' },
  },
  *check(context) {
    const { model, looked } = context;
    noteUnknownLanguage(context, LANGUAGES);
    const blocks = model.blocks.filter(({ type, quoted, text }) => SPOKEN.has(type) && !quoted && text.trim() !== '');
    const talk = blocks.length < MANY ? TALK : (joinedTalk ??= joined(TALK));
    for (const [number, block] of blocks.entries()) {
      looked({ blocks: 1 });
      const text = start(block);
      const isTalk = talk.some((pattern) => pattern.test(text));
      const isLeave = !isTalk && number === blocks.length - 1 && LEAVE.some((pattern) => pattern.test(text));
      if (!isTalk && !isLeave) continue;
      const [found, offset] = firstSentence(block.text);
      const messageId = isLeave ? 'leave' : number < OPENING ? 'opening' : 'inside';
      yield { messageId, data: { found }, at: model.locate(block, offset, found.length), group: 'chatter' };
    }
  },
});

/** From so many blocks on, joined patterns are faster by more than it takes to compile them. */
const MANY = 200;
let joinedTalk: readonly RegExp[] | undefined;

/** One pattern for all with the same flags: so many apart take longer to ask than to match. */
function joined(patterns: readonly RegExp[]): readonly RegExp[] {
  return [...Map.groupBy(patterns, ({ flags }) => flags)].map(
    ([flags, some]) => new RegExp(some.map(({ source }) => `(?:${source})`).join('|'), flags),
  );
}

/** What patterns are tried on: the beginning, bold or not. */
function start({ text }: Block): string {
  return text.slice(0, 400).trimStart();
}

function firstSentence(text: string): [sentence: string, offset: number] {
  const offset = text.length - text.trimStart().length;
  const sentence = /^.{12,200}?(?:[.!?。！？：](?=\s|$|[\p{L}\p{N}])|:(?=\s|$)|$)/su.exec(text.slice(offset))?.[0];
  return [sentence ?? text.slice(offset, offset + 200), offset];
}
