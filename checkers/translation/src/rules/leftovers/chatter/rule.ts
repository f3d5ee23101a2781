import { defineRule, type Rule } from '@preflag/core';
import { relatedSource } from '../../../related-source.ts';
import { CHATTER } from './phrases.ts';

/** Farther from its start a segment is the author's. */
const START = 600;
const FENCE = /^\s{0,3}```/;

/**
 * Finds what a model says beside a translation: prefaces in thirty languages, refusals, the words of prompts, fences of code. Only where
 * the source does not say the like.
 * Does not catch: explanations behind a translation; prefaces in words of their own.
 * Known false alarms: translations of texts about translating whose source says it in a language that is not listed.
 */
export const chatter: Rule<'bitext'> = defineRule({
  id: 'translation/chatter',
  title: 'The translation holds words of the model, not of the source',
  severity: 'critical',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  why: 'The reader sees a conversation with a machine in the middle of the text.',
  advice: 'Take out everything that is not the translation.',
  messages: {
    preface: "'{{found}}' announces the translation, and is no part of it",
    refusal: "'{{found}}': the model refused, and the segment is not translated",
    prompt: "'{{found}}' belongs to a prompt",
    fence: { text: 'The translation stands in a fence of code, the source does not', severity: 'important' },
  },
  *check({ model, looked }) {
    for (const segment of model.segments) {
      const { id, target, source = '', role } = segment;
      if (target === undefined || role === 'code') continue;
      looked({ segments: 1 });
      const [own, original] = [target.slice(0, START).toLowerCase(), source.slice(0, START).toLowerCase()];
      const at = { kind: 'segment', id } as const;
      const related = relatedSource(model, segment);
      for (const [messageId, phrases] of CHATTER) {
        const found = phrases.exec(own);
        if (!found || isSaid(original)) continue;
        const said = target.slice(found.index, found.index + found[0].length);
        yield { messageId, data: { found: said }, at: { ...at, offset: found.index, length: said.length }, related };
      }
      if (source !== '' && FENCE.test(target) && !source.includes('```')) yield { messageId: 'fence', at, related };
    }
  },
});

/** The source speaks of the like, in any of the languages. */
function isSaid(source: string): boolean {
  return CHATTER.some(([, phrases]) => phrases.test(source)) || /\btranslat|übersetz|tradu[cçit]/.test(source);
}
