import type { Location as SarifLocation, Result, Suppression } from 'sarif';
import type { Finding } from '@preflag/core';
import { placeInFile } from '../lib/place-in-file.ts';
import { levelOf } from './level-of.ts';
import { sarifText } from './sarif-text.ts';
import { toPlace, uriOf } from './to-place.ts';

/** What GitHub takes of the places of one result, related ones included. */
export const MOST_PLACES = 99;

/** A finding as a result; the platform shows its message and its first place, so the message says the place in words. */
export function toResult(finding: Finding, ruleIndex: number, pathOf: (file: string) => string): Result {
  const { rule, message, place, advice, why, severity, certainty, origin, fingerprint, related = [] } = finding;
  const suppressions = suppressionsOf(finding);
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf(finding),
    message: { text: sarifText(`${message} (${place}). ${advice}`) },
    locations: [locationOf(pathOf(finding.file), finding.location, placeInFile(place, finding.file))],
    ...(related.length > 0 && {
      relatedLocations: related.slice(0, MOST_PLACES).map((other, id) => ({
        id,
        ...locationOf(pathOf(other.file), other.location),
        ...(other.label !== '' && { message: { text: sarifText(other.label) } }),
      })),
    }),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(suppressions.length > 0 && { suppressions: [...suppressions] }),
    properties: { severity, certainty, origin, why },
  };
}

function locationOf(path: string, at: Finding['location'], words?: string): SarifLocation {
  const { region, logical } = toPlace(at, words);
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(path) }, region },
    ...(logical && { logicalLocations: [logical] }),
  };
}

/** What does not gate stays in the file, and says why. */
function suppressionsOf({ ignored, origin }: Finding): readonly Suppression[] {
  if (ignored) return [{ kind: 'external', status: 'accepted', justification: sarifText(acceptedText(ignored)) }];
  return origin === 'inherited'
    ? [{ kind: 'external', status: 'accepted', justification: 'It was there before: the file that this one was made from has it too.' }]
    : [];
}

/** `Accepted by the baseline (Ada, 2026-11-01): kept on request`. */
function acceptedText({ from, by, at, reason }: NonNullable<Finding['ignored']>): string {
  const who = [by, at].filter((part) => part !== undefined).join(', ');
  return `Accepted by the ${from}${who === '' ? '' : ` (${who})`}: ${reason}`;
}
