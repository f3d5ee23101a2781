import type { Invocation, Notification } from 'sarif';
import type { Check, Report } from '@preflag/core';
import { coverageText } from '../coverage.ts';
import { sarifText } from './sarif-text.ts';
import { uriOf } from './to-place.ts';

interface Going {
  readonly isWhole: boolean;
  /** What the file leaves out. */
  readonly notes: readonly string[];
  readonly pathOf: (file: string) => string;
}

/** How the checking went: checks that could not be finished are errors, what was not checked is a note. */
export function toInvocation({ checks, verdict, reason, notices = [] }: Report, { isWhole, notes, pathOf }: Going): Invocation {
  const errors = checks.filter(({ outcome }) => outcome === 'error');
  const people = checks.filter((check) => check.reason?.code === 'needs-person' && check.outcome === 'not-checked');
  return {
    executionSuccessful: isWhole && errors.length === 0 && verdict !== 'incomplete',
    toolExecutionNotifications: [
      ...errors.map((check) => ofCheck(check, 'error', pathOf)),
      ...(verdict === 'incomplete' ? [note(`The verdict is incomplete: ${reason}.`, 'error')] : []),
      ...notes.map((text) => note(text, 'warning')),
      note(coverageText(checks), 'note'),
      ...notices.map(({ text }) => note(text, 'note')),
      ...people.map((check) => ofCheck(check, 'note', pathOf)),
    ],
  };
}

function ofCheck({ rule, file, reason }: Check, level: 'error' | 'note', pathOf: (file: string) => string): Notification {
  const what = level === 'error' ? 'could not be finished' : 'is left for a person';
  return {
    level,
    message: { text: sarifText(`${rule} on ${file === '.' ? 'the delivery' : file} ${what}: ${reason?.text ?? ''}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(pathOf(file)) } } }],
    associatedRule: { id: rule },
  };
}

function note(text: string, level: 'error' | 'warning' | 'note'): Notification {
  return { level, message: { text: sarifText(text) } };
}
