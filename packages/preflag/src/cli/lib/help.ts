import type { Verb } from './verb.ts';

/** `preflag --help`. */
export function mainHelp(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(({ usage }) => usage.length));
  return [
    'preflag catches what AI agents get wrong before a human looks.',
    '',
    'Usage: preflag VERB [flags]',
    '',
    ...verbs.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    'preflag VERB --help shows the flags of a verb. preflag --version prints the version.',
    'Exit codes: 0 pass, 1 fail, 2 wrong usage, job or config, 3 incomplete or sandbox refused, 130 interrupted.',
    '',
  ].join('\n');
}

/** `preflag VERB --help`. */
export function verbHelp(verb: Verb): string {
  const flags = Object.entries(verb.flags).map(([name, { value, text }]) => [`--${name}${value ? ` ${value}` : ''}`, text] as const);
  const width = Math.max(...flags.map(([flag]) => flag.length), 0);
  return [
    `Usage: preflag ${verb.usage}`,
    '',
    verb.summary,
    '',
    ...flags.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`),
    '',
    ...(verb.examples.length > 0 ? ['Examples:', ...verb.examples.map((example) => `  ${example}`), ''] : []),
  ].join('\n');
}
