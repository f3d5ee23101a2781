import { defineRule, type Rule } from '@preflag/core';

/**
 * Does not catch: an agent that ends well and hands in half of the work.
 * Known false alarms: none; the sandbox says how the run ended.
 */
export const agentNotFinished: Rule<'manifest'> = defineRule({
  id: 'integrity/agent-not-finished',
  title: 'The agent did not come to an end',
  severity: 'critical',
  certainty: 'certain',
  reads: 'manifest',
  why: 'What was handed in may be only a part of the work.',
  advice: 'Mend the cause ({{reason}}) and run the agent again.',
  messages: { ended: "The agent's run ended as {{status}}: {{reason}}" },
  *check({ model, looked, notChecked }) {
    if (!model.end) {
      notChecked('nothing-to-check', 'The agent was not run by preflag.');
      return;
    }
    looked({ runs: 1 });
    const { status, reason } = model.end;
    if (status !== 'ok')
      yield { messageId: 'ended', data: { status, reason: reason || 'no reason was given' }, at: { kind: 'file' }, key: status };
  },
});
