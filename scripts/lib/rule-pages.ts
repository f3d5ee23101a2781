import type { Checker, Rule } from '@preflag/core';

const HEAD = '<!-- Generated from the rules by `npm run generate`. Do not edit. -->\n';

/** The page of one rule. */
export function rulePage(rule: Rule): string {
  const messages = Object.values(rule.messages).map((message) =>
    typeof message === 'string' ? `- ${message}` : `- ${message.text}${notes(message)}`,
  );
  return [
    HEAD,
    `# ${rule.id}\n`,
    `${rule.title}.\n`,
    `| | |\n|---|---|`,
    `| severity | ${rule.severity} |`,
    `| certainty | ${rule.certainty} |`,
    `| reads | ${[rule.reads].flat().join(', ')} |`,
    `| needs | ${needs(rule)} |${rule.languages ? `\n| languages | ${rule.languages.join(', ')} |` : ''}\n`,
    `**Why it matters.** ${rule.why}\n`,
    `**What to do.** ${rule.advice}\n`,
    `## Messages\n`,
    `${messages.join('\n')}\n`,
    ...(rule.options ? [`## Options\n`, '```json', JSON.stringify(rule.options, null, 2), '```\n'] : []),
  ].join('\n');
}

/** The index of all rules. */
export function rulesIndex(checkers: readonly Checker[]): string {
  const tables = checkers.map(
    ({ title, rules }) =>
      `## ${title}\n\n| rule | finds | severity | certainty | needs |\n|---|---|---|---|---|\n${rules
        .map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity} | ${rule.certainty} | ${needs(rule)} |`)
        .join('\n')}\n`,
  );
  return `${HEAD}\n# Rules\n\nOnly \`certain\` findings can fail a delivery; the others advise.\n\n${tables.join('\n')}`;
}

function needs(rule: Rule): string {
  const words = [...(rule.asks ? ['job'] : []), ...(rule.needs ?? [])];
  return words.length > 0 ? [...new Set(words)].join(', ') : 'nothing but the file';
}

function notes({ certainty, severity }: { readonly certainty?: string; readonly severity?: string }): string {
  const parts = [certainty, severity].filter((part) => part !== undefined);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
