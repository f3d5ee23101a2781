import { defineChecker, type Checker } from '@preflag/core';
import { rules } from './rules.generated.ts';

/** What was handed in: is it all there, does it open, is it what was asked for. */
export const checker: Checker = defineChecker({ name: 'integrity', title: 'Integrity of the delivery', rules });
