import { defineChecker, type Checker } from '@preflag/core';

export const checker: Checker = defineChecker({ name: 'report-structure', title: 'report-structure', rules: [] });
