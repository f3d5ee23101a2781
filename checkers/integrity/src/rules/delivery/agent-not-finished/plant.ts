import { definePlant, type Plant } from '@preflag/testing';

export const agentNotFinishedPlant: Plant = definePlant({
  rule: 'integrity/agent-not-finished',
  clean: () => ({ files: { 'a.md': 'Done.\n' }, end: { status: 'ok', reason: '' } }),
  ways: {
    'the time was up': (clean) => ({
      example: { ...clean, end: { status: 'timeout', reason: 'it ran longer than 60 s' } },
      findings: [{ messageId: 'ended', file: '.' }],
    }),
    'it threw': (clean) => ({
      example: { ...clean, end: { status: 'error', reason: 'TypeError: x is not a function' } },
      findings: [{ messageId: 'ended', file: '.' }],
    }),
  },
});
