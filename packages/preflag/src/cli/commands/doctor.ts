import { PreflagError } from '@preflag/core';
import type { Verb } from '../lib/verb.ts';
export const doctorVerb: Verb = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'x',
  flags: {},
  examples: [],
  run: async () => {
    throw new PreflagError('usage', 'x');
  },
};
