export { folderStore, type FolderStore } from './folder-store.ts';
export { runCycles, type CycleOptions, type RunHandle } from './run-cycles.ts';
export type { Attempt, Run, RunEvent } from './run.ts';
export { toFeedback, type Feedback, type FeedbackOptions } from './to-feedback.ts';
