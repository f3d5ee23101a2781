import { expect, it } from 'vitest';
import { mapFrames } from './map-frames.ts';

// Line 1 of the code is line 2 of a.ts; its column 5 is line 4, column 3 of b.ts.
const MAP = JSON.stringify({ version: 3, sources: ['a.ts', 'b.ts'], names: [], mappings: 'AACA,ICEE' });

it.each([
  ['a place', MAP, 'at agent.js:1:1', 'at a.ts:2:1'],
  ['two places', MAP, 'at f (agent.js:1:6)\nat agent.js:1:2', 'at f (b.ts:4:3)\nat a.ts:2:1'],
  ['a place of something else', MAP, 'at preflag:main:1:1, at myagent.js:1:1', 'at preflag:main:1:1, at myagent.js:1:1'],
  ['a text without one', MAP, 'agent.js failed', 'agent.js failed'],
  ['no map', '', 'at agent.js:1:1', 'at agent.js:1:1'],
  ['a map that is none', '{"version":3}', 'at agent.js:1:1', 'at agent.js:1:1'],
])('%s', (_, map, text, expected) => {
  const show = mapFrames(map);
  expect([show(text), show(text)]).toEqual([expected, expected]);
});
