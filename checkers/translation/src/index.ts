import { defineChecker, type Checker } from '@preflag/core';
import { rules } from './rules.generated.ts';

/** What a translation lost or changed mechanically. Whether it means the same is for a person or a judge. */
export const checker: Checker = defineChecker({ name: 'translation', title: 'Translation', rules });
