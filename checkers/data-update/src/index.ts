import { defineChecker, type Checker } from '@preflag/core';

export const checker: Checker = defineChecker({ name: 'data-update', title: 'data-update', rules: [] });
