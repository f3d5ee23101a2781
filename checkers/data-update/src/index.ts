import { defineChecker, type Checker } from '@preflag/core';
import { update } from './facts/update.ts';
import { rules } from './rules.generated.ts';

/** A file beside the file that it was made from: what changed, what is gone, what should have changed. */
export const checker: Checker = defineChecker({ name: 'data-update', title: 'Updates of data', rules, facts: [update] });
