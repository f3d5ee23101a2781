export { findMojibake, type Garbled } from './decode-mojibake.ts';
export { ANY_INVISIBLE, INVISIBLE, type Invisible } from './invisible-characters.ts';
