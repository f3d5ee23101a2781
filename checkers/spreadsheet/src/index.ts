import { defineChecker, type Checker } from '@preflag/core';

export const checker: Checker = defineChecker({ name: 'spreadsheet', title: 'spreadsheet', rules: [] });
