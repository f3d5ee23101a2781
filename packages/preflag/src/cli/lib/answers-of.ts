import { type AgentQuestion, type Json, PreflagError } from '@preflag/core';

/**
 * The texts of `--answer`, one for each question in turn. Of a question that wants a yes or no: `yes`, `no`, or `no: REASON`.
 *
 * @throws {PreflagError} `usage` for more answers than questions, or one that is neither yes nor no
 */
export function answersOf(questions: readonly AgentQuestion[], texts: readonly string[]): Readonly<Record<number, Json>> {
  if (texts.length > questions.length) {
    throw new PreflagError('usage', `There are ${texts.length} --answer for ${questions.length} questions that wait.`);
  }
  return Object.fromEntries(
    texts.map((text, index) => {
      const question = questions[index];
      return [question?.seq ?? 0, question?.kind === 'approve' ? approvalOf(text) : text];
    }),
  );
}

function approvalOf(text: string): Json {
  const [, word = '', reason] = /^\s*(yes|no)\b[\s:,.]*(.*)$/is.exec(text) ?? [];
  if (word === '')
    throw new PreflagError('usage', `--answer is '${text}'; this question wants yes or no, and may have a reason: 'no: not yet'.`);
  return { approved: word.toLowerCase() === 'yes', ...(reason !== undefined && reason !== '' && { reason: reason.trim() }) };
}
