import { defineChecker, type Checker } from '@preflag/core';
import { rules } from './rules.generated.ts';

/** Workbooks and tables: values, and what the job demands of them. */
export const checker: Checker = defineChecker({ name: 'spreadsheet', title: 'Spreadsheets and tables', rules });
