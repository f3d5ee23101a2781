import type { ReportingDescriptor } from 'sarif';
import type { Certainty, Finding, Report, RuleId, RuleText, Severity } from '@preflag/core';
import { levelOf } from './level-of.ts';

/** How the platform orders findings: by how often they are right, then by how bad they are. */
const PRECISION: Readonly<Record<Certainty, string>> = { certain: 'very-high', likely: 'high', hint: 'low' };
const PROBLEM: Readonly<Record<Severity, string>> = { critical: 'error', important: 'warning', minor: 'recommendation' };

/** The rules that these findings name, each once. */
export function toRules({ rules = {} }: Pick<Report, 'rules'>, findings: readonly Finding[]): readonly ReportingDescriptor[] {
  const firsts = new Map<RuleId, Finding>();
  for (const finding of findings) if (!firsts.has(finding.rule)) firsts.set(finding.rule, finding);
  return [...firsts].map(([id, first]) => toRule(id, first, rules[id]));
}

/** Of a rule whose texts the report does not carry, what its first finding tells. */
function toRule(id: RuleId, first: Finding, text: RuleText | undefined): ReportingDescriptor {
  const { severity, certainty } = text ?? first;
  const title = text?.title ?? id;
  const advice = Object.values(text?.messages ?? {}).map((message) => message.advice);
  const steps = [...new Set(advice.length > 0 ? advice : [first.advice])].map(withoutNames);
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: `${title}. ${first.why}` },
    help: {
      text: `${first.why} ${steps.join(' ')}`,
      markdown: `**Why it matters.** ${first.why}\n\n**What to do.** ${steps.join(' ')}\n\nMore of it: \`preflag explain ${id}\``,
    },
    defaultConfiguration: { level: levelOf({ severity, certainty }) },
    properties: {
      precision: PRECISION[certainty],
      'problem.severity': PROBLEM[severity],
      tags: [id.split('/')[0] ?? id, certainty],
    },
  };
}

/** An advice holds `{{name}}` where a finding has its value. */
function withoutNames(advice: string): string {
  return advice.replace(/\{\{(\w+)\}\}/g, '…');
}
