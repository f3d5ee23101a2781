import { neutralise } from '../neutralise.ts';
import type { Annotation } from './annotations-of.ts';

/** `::error file=a.md,line=3::message`: one line, whatever the texts hold. */
export function command({ level, properties, message }: Annotation): string {
  const pairs = Object.entries(properties).map(
    ([key, value]) => `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${level} ${pairs.join(',')}::${message.split('\n').map(escaped).join('%0A')}\n`;
}

/** Control characters show; `%` is what the platform decodes. */
function escaped(text: string): string {
  return neutralise(text.toWellFormed()).replaceAll('%', '%25');
}
