import { defineChecker, type Checker } from '@preflag/core';
import { rules } from './rules.generated.ts';

/** What the reader sees at once: length, left-overs of tools, text that was never filled in. */
export const checker: Checker = defineChecker({ name: 'formatting', title: 'Formatting', rules });
