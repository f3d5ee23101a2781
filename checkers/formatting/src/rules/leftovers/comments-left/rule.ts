import { defineRule, type Rule } from '@preflag/core';
import { partOf, placeOf } from '../../../part-of.ts';

/**
 * Looks at the comments of reviewers; answers are comments of their own.
 * Not certain, though the file says that they are there: an editor's or a reviewer's work is its comments, and translators put questions to
 * the client in them. No key of a job says which is meant, so that a certain finding would fail deliveries that are right.
 * Does not catch: notes that were typed into the text (see placeholder-text). Known false alarms: jobs that ask for comments; what a
 * template has is not inherited.
 */
export const commentsLeft: Rule<'document'> = defineRule({
  id: 'formatting/comments-left',
  title: 'Comments were left in the document',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  inherits: false,
  why: 'The client reads what was meant for the writers, and what they had not settled.',
  advice: 'Do what the comment asks, or answer it elsewhere, and delete it.',
  messages: {
    open: "A comment by {{author}} was left: '{{text}}'",
    empty: { text: 'A comment by {{author}} without a text was left', severity: 'minor', certainty: 'hint', advice: 'Delete the comment.' },
    resolved: { text: "A comment by {{author}} that is marked as done was left: '{{text}}'", severity: 'minor', certainty: 'hint' },
  },
  *check(context) {
    const { model, looked } = context;
    const comments = partOf(context, 'comments', 'which comments it has');
    if (!comments) return;
    looked({ blocks: model.blocks.length, comments: comments.length });
    for (const { author = 'somebody', text, block, isResolved } of comments)
      yield { messageId: messageOf(text, isResolved), data: { author, text }, at: placeOf(model, block), group: 'comments' };
  },
});

function messageOf(text: string, isResolved: boolean): string {
  if (text.trim() === '') return 'empty';
  return isResolved ? 'resolved' : 'open';
}
