import { expect, it } from 'vitest';
import { neutralise } from './neutralise.ts';

it.each([
  ['escape sequences', 'a\u001b[31mred\u001b[0m', String.raw`a\u001b[31mred\u001b[0m`],
  ['a window title', '\u001b]0;owned\u0007', String.raw`\u001b]0;owned\u0007`],
  ['a link of the terminal', '\u001b]8;;http://a.example\u001b\\x', String.raw`\u001b]8;;http://a.example\u001b` + '\\x'],
  ['escape sequences of 8 bits', '\u009b31m\u009d0;x\u009c', String.raw`\u009b31m\u009d0;x\u009c`],
  ['going back over what was printed', 'safe\b\b\b\bevil\u007f', String.raw`safe\u0008\u0008\u0008\u0008evil\u007f`],
  ['line ends and tabs', 'a\r\nb\n\n\tc', 'a b c'],
  ['line ends of Unicode', 'a\u2028b\u2029c\u0085d', String.raw`a\u2028b\u2029c\u0085d`],
  [
    'bidirectional controls',
    '\u202egnp.exe\u202c\u2066x\u2069\u200e\u200f\u061c',
    String.raw`\u202egnp.exe\u202c\u2066x\u2069\u200e\u200f\u061c`,
  ],
  ['a byte order mark and NUL', '\ufeffa\0', String.raw`\ufeffa\u0000`],
  ['what has no width, in words of Latin letters', 'a\u200bb\u2060c\u200dd\u3164e', String.raw`a\u200bb\u2060c\u200dd\u3164e`],
  ['tags, which hide a text in another one', 'a\u{e0041}\u{e0042}b', String.raw`a\u{e0041}\u{e0042}b`],
  ['characters of private use', 'a\ue001\u{f0000}b', String.raw`a\ue001\u{f0000}b`],
  ['joiners where the script has them', 'می\u200cخواهم क्\u200dष', 'می\u200cخواهم क्\u200dष'],
  [
    'the flag of England',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  ['nothing else', 'Größe 漢字 👩‍👩‍👧 “x” › … €', 'Größe 漢字 👩‍👩‍👧 “x” › … €'],
])('%s', (_, text, harmless) => {
  expect(neutralise(text)).toBe(harmless);
});
