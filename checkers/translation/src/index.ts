import { defineChecker, type Checker } from '@preflag/core';

export const checker: Checker = defineChecker({ name: 'translation', title: 'translation', rules: [] });
