import { formatLimit, LIMIT_TABLE, type LimitName } from '@preflag/core';

/** The page of all limits. */
export function limitsPage(): string {
  const rows = Object.entries(LIMIT_TABLE).map(
    ([name, limit]) => `| \`${name}\` | ${limit.text} | ${formatLimit(name as LimitName, limit.default)} |`,
  );
  return `<!-- Generated from the table of limits by \`npm run generate\`. Do not edit. -->

# Limits

A limit that is reached while a file is read is the finding \`integrity/limit-exceeded\`, and everything else is still checked.
While a rule runs, it is that rule's error. In the sandbox, it names the end of the run. All can be set by name in the SDK:
\`check(delivery, { limits: { ruleMs: 20_000 } })\`.

| name | limits | default |
|---|---|---|
${rows.join('\n')}
`;
}
