import type { LanguageIdentifier } from '@preflag/core';
import { cld3 } from './cld3.ts';

/** The identifiers that the user brings: those that the config names, and cld3 where it is installed. */
export async function broughtIdentifiers(plugged: readonly LanguageIdentifier[]): Promise<readonly LanguageIdentifier[]> {
  const installed = await cld3();
  return installed && !plugged.some(({ name }) => name === installed.name) ? [...plugged, installed] : plugged;
}
