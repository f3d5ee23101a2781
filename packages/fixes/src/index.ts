export type { Copy } from './copy.ts';
export { makeCopy } from './make-copy.ts';
export { planFixes, type FilePlan, type FixPlan, type PlannedEdit } from './plan-fixes.ts';
export { proveCopy } from './prove-copy.ts';
