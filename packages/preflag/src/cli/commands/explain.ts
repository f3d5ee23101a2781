import { PreflagError, type Message, type Rule } from '@preflag/core';
import { loadBuiltinCheckers } from '../lib/builtin-rules.ts';
import { nearest } from '../lib/nearest.ts';
import { print } from '../lib/print.ts';
import type { Verb } from '../lib/verb.ts';

export const explainVerb: Verb = {
  name: 'explain',
  usage: 'explain RULE',
  summary: 'Explains one rule: what it finds, why it matters, what to do.',
  flags: {},
  examples: ['preflag explain spreadsheet/error-value'],
  async run({ positionals }) {
    const [id] = positionals;
    const rules = (await loadBuiltinCheckers()).flatMap((checker) => checker.rules);
    if (id === undefined)
      throw new PreflagError('usage', 'preflag explain needs a RULE, for example spreadsheet/error-value. See them with: preflag rules');
    const rule = rules.find((candidate) => candidate.id === id || candidate.id.endsWith(`/${id}`));
    if (!rule) {
      const near =
        nearest(
          id,
          rules.map((candidate) => candidate.id),
        ) ??
        nearest(
          id,
          rules.map((candidate) => candidate.id.split('/')[1] ?? ''),
        );
      throw new PreflagError('usage', `There is no rule '${id}'.${near ? ` Did you mean '${near}'?` : ''} See them with: preflag rules`);
    }
    await print(explanation(rule));
    return 0;
  },
};

function explanation(rule: Rule): string {
  const wants = [...new Set([...(rule.asks ? ['job'] : []), ...(rule.needs ?? [])])];
  return [
    `${rule.id}: ${rule.title}`,
    '',
    `severity   ${rule.severity}`,
    `certainty  ${rule.certainty}${rule.certainty === 'certain' ? ': can fail a delivery' : ': advises, and never fails a delivery'}`,
    `reads      ${[rule.reads].flat().join(', ')}`,
    `needs      ${wants.length > 0 ? wants.join(', ') : 'nothing but the file'}`,
    ...(rule.languages ? [`languages  ${rule.languages.join(', ')}; others are not checked`] : []),
    '',
    `Why it matters: ${rule.why}`,
    `What to do:     ${rule.advice}`,
    '',
    'Messages:',
    ...Object.values(rule.messages).map((message) => `  ${typeof message === 'string' ? message : withNotes(message)}`),
    ...(rule.options ? ['', 'Options (JSON Schema):', JSON.stringify(rule.options, null, 2)] : []),
    '',
    `Switch it off for one job with  rules: { "${rule.id}": off }`,
    '',
  ].join('\n');
}

function withNotes({ text, certainty, severity }: Message): string {
  const notes = [certainty, severity].filter((note) => note !== undefined);
  return notes.length > 0 ? `${text} (${notes.join(', ')})` : text;
}
