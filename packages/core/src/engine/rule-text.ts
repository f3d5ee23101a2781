import type { RuleText } from '../report/types.ts';
import { messageOfRule, type Rule } from '../rule.ts';

/** What a report says of a rule whose findings have these messages. */
export function ruleTextOf(rule: Rule, messageIds: Iterable<string>): RuleText {
  const messages: Record<string, { text: string; advice: string }> = {};
  for (const id of messageIds) {
    const { text, advice = rule.advice } = messageOfRule(rule, id);
    messages[id] = { text, advice };
  }
  return { title: rule.title, severity: rule.severity, certainty: rule.certainty, messages };
}

/** The rules of all results; a rule that found things in several files has the messages of all of them. */
export function mergeRuleTexts(results: readonly Readonly<Record<string, RuleText>>[]): Readonly<Record<string, RuleText>> {
  const merged: Record<string, RuleText> = {};
  for (const [id, text] of results.flatMap((rules) => Object.entries(rules)))
    merged[id] = { ...text, messages: { ...merged[id]?.messages, ...text.messages } };
  return merged;
}
