import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isInsideQuotes } from '../../../is-quoted.ts';
import { distinctHits } from '../../../text-hits.ts';
import { SELF_TALK } from './phrases.ts';

/** Words of a text that is about such models, and may speak of them. */
const ABOUT = /\b(?:AI|LLMs?|ChatGPT|GPT-?\d?|chatbots?|language models?|prompts?|KI|Sprachmodelle?)\b|人工智能|语言模型|大模型/g;
/** What every one of the phrases holds: most blocks have none of it. */
const MAY_TALK =
  /\b[Ll]anguage|\bAI\b|rtificial|nternet|\b[Ww]eb\b|knowledge|training|personal|real-?time|access|apologi|sorry|modelo?\b|modèle|\bKI\b|\bIA\b|KI-|Sprachmodell|Wissensstand|Trainingsstand|模型|助手|知识|智能|训练|AI|人工知能/;
/** A text that names them more often than this is about them. */
const MENTIONS = 3;

/**
 * Looks at prose; code, block quotes and what stands in quotation marks is left alone.
 * Does not catch: talk in other words or languages, and refusals without any of them.
 * Known false alarms: texts about language models that use these words as their own, which are therefore only hints.
 */
export const agentSelfTalk: Rule<'document'> = defineRule({
  id: 'formatting/agent-self-talk',
  title: 'A language model speaks of itself in the text',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [proseBlocks],
  why: 'The client sees that nobody read the text, and that the answer may be missing in this place.',
  advice: "Take '{{found}}' out, and put what was asked for in its place.",
  messages: {
    talk: "A language model speaks of itself: '{{found}}'",
    mentioned: { text: "A language model may be speaking of itself: '{{found}}'", severity: 'minor', certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    const blocks = facts(proseBlocks);
    looked({ blocks: blocks.length });
    const hits = distinctHits(
      blocks.filter(({ prose }) => MAY_TALK.test(prose)),
      SELF_TALK,
    ).filter(({ block, offset }) => !isInsideQuotes(block.prose, offset));
    if (hits.length === 0) return;
    const spoken = new Set(hits.map(({ block }) => block));
    const messageId = isAboutModels(blocks.filter((block) => !spoken.has(block))) ? 'mentioned' : 'talk';
    for (const { block, offset, found } of hits)
      yield { messageId, data: { found }, at: model.locate(block, offset, found.length), group: 'talk' };
  },
});

function isAboutModels(others: readonly Block[]): boolean {
  let mentions = 0;
  for (const { prose } of others) {
    mentions += prose.match(ABOUT)?.length ?? 0;
    if (mentions > MENTIONS) return true;
  }
  return false;
}
