import { neutralise } from '../neutralise.ts';

/** An element whose inside is XML already; without one it is empty. */
export function element(name: string, attributes: Readonly<Record<string, string>>, inner = ''): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(neutralise(value))}"`);
  return inner === '' ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML 1.0 may hold it: what it forbids (control characters, half of a pair, U+FFFE) becomes a visible escape. Line ends stay. */
export function escapeXml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (character) => {
      const code = character.charCodeAt(0).toString(16).padStart(4, '0');
      return String.raw`\u` + code;
    })
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
