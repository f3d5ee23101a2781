import { defineChecker, type Checker } from '@preflag/core';

export const checker: Checker = defineChecker({ name: 'formatting', title: 'formatting', rules: [] });
