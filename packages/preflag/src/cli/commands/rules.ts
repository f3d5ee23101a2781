import type { Rule } from '@preflag/core';
import { loadBuiltinCheckers } from '../lib/builtin-rules.ts';
import { print } from '../lib/print.ts';
import { PreflagError } from '@preflag/core';
import type { Verb } from '../lib/verb.ts';

export const rulesVerb: Verb = {
  name: 'rules',
  usage: 'rules',
  summary: 'Lists what is checked, what it needs and how sure it is.',
  flags: { format: { type: 'string', value: 'NAME', text: 'pretty (default) or json' } },
  examples: ['preflag rules', 'preflag rules --format json'],
  async run(args) {
    const checkers = await loadBuiltinCheckers();
    const format = args.text('format') ?? 'pretty';
    if (format === 'json')
      await print(
        `${JSON.stringify(
          checkers.flatMap(({ rules }) => rules.map(describeRule)),
          null,
          2,
        )}\n`,
      );
    else if (format === 'pretty') await print(checkers.map(({ title, rules }) => `${title}\n${rules.map(line).join('\n')}\n`).join('\n'));
    else throw new PreflagError('usage', `There is no format '${format}'. Known: pretty, json.`);
    return 0;
  },
};

function line(rule: Rule): string {
  const { id, title, severity, certainty, needs } = rule;
  const wants = [...new Set([...(rule.asks ? ['job'] : []), ...(needs ?? [])])];
  return `  ${id.padEnd(40)} ${severity.padEnd(9)} ${certainty.padEnd(7)} ${wants.length > 0 ? `needs ${wants.join(', ')}` : ''}\n    ${title}`;
}

/** A rule as data, without its functions. */
function describeRule(rule: Rule): object {
  const { id, title, severity, certainty, reads, needs, why, advice, options, messages } = rule;
  return {
    id,
    title,
    severity,
    certainty,
    reads: [reads].flat(),
    needs: needs ?? [],
    languages: rule.languages ?? null,
    asksJob: rule.asks !== undefined,
    why,
    advice,
    options: options ?? null,
    messages,
  };
}
