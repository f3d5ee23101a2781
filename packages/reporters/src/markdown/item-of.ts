import type { Finding } from '@preflag/core';
import { contextOf } from '../lib/context-of.ts';
import { placeInFile } from '../lib/place-in-file.ts';
import { inert, inertCode, inertSentence } from './inert.ts';

/** Findings that say the same, as an entry of a list. */
export interface Item {
  readonly file: string;
  /** How many findings it stands for. */
  readonly count: number;
  readonly text: string;
}

/** How many places, and places that belong to them, are listed; the rest is counted. */
const MOST_PLACES = 5;
const MOST_RELATED = 3;

export function itemOf(first: Finding, others: readonly Finding[]): Item {
  const { rule, severity, certainty, message, file, location, evidence, related = [], why, advice } = first;
  const places = [first, ...others].map(({ place }) => placeInFile(place, file)).filter((place) => place !== '');
  const left = places.length - MOST_PLACES;
  const where = places.slice(0, MOST_PLACES).map(inertSentence).join('; ');
  const sure = certainty === 'certain' ? 'certain' : `${certainty}, does not fail the delivery`;
  const isCell = location.kind === 'cell';
  const around = evidence.excerpt === '' || (isCell && evidence.found !== undefined) ? '' : isCell ? evidence.excerpt : contextOf(first);
  const lines = [
    ...(where === '' ? [] : [`at ${where}${left > 0 ? ` and ${left} more ${left === 1 ? 'place' : 'places'}` : ''}`]),
    ...(evidence.found === undefined ? [] : [`found ${inertCode(evidence.found)}`]),
    ...(evidence.expected === undefined ? [] : [`expected ${inertCode(evidence.expected)}`]),
    ...(around !== '' && around !== evidence.found && around !== evidence.expected ? [`text ${inertCode(around)}`] : []),
    ...related
      .slice(0, MOST_RELATED)
      .flatMap(({ label, file: other }) =>
        label === '' ? [] : [`see ${inertSentence(label)}${other === file ? '' : ` in ${inertCode(other)}`}`],
      ),
    `why: ${inert(why)}`,
    `do: ${inertSentence(advice)}`,
    `rule ${inertCode(rule)}`,
  ];
  const text = `- **${severity}** (${sure}): ${inertSentence(message)}\n${lines.map((line) => `  - ${line}\n`).join('')}`;
  return { file, count: others.length + 1, text };
}
