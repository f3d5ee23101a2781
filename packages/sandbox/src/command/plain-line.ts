import { stripVTControlCharacters } from 'node:util';

const MAX_CHARACTERS = 4_096;
/** C0 without the tab, DEL, C1. */
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g;

/** A printed line that no terminal obeys: without colours and escape sequences, other control characters replaced, long ones cut. */
export function plainLine(line: string): string {
  const cut = line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS)}…` : line;
  return stripVTControlCharacters(cut.replace(/\r$/, '')).replaceAll(CONTROLS, '\uFFFD');
}
