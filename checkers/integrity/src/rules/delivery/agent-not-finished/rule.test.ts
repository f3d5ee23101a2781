import { testRule } from '@preflag/testing/rule-tester';
import { agentNotFinishedPlant } from './plant.ts';
import { agentNotFinished } from './rule.ts';

testRule(agentNotFinished, {
  plant: agentNotFinishedPlant,
  valid: [{ name: 'preflag did not run the agent', example: { files: { 'a.md': 'Done.\n' } } }],
  invalid: [
    {
      name: 'it used too much memory and handed in nothing',
      example: { files: {}, end: { status: 'memory_limit', reason: 'it held 600 MB' } },
      findings: [{ messageId: 'ended', message: "The agent's run ended as memory_limit: it held 600 MB" }],
    },
  ],
});
