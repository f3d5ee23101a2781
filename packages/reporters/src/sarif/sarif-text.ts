import { neutralise } from '../neutralise.ts';

/**
 * Text from a delivery for a SARIF message, where `[words](target)` is a link and `{0}` a placeholder: neither comes about.
 * Other brackets and braces stay as they are, since viewers show what would escape them.
 */
export function sarifText(text: string): string {
  return neutralise(text.toWellFormed())
    .replaceAll('](', '] (')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}
