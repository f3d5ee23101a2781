import { defineChecker, type Checker } from '@preflag/core';
import { rules } from './rules.generated.ts';

/** How a report is built: its sections, and what the agent left between them. */
export const checker: Checker = defineChecker({ name: 'report-structure', title: 'Report structure', rules });
