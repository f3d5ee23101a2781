export { folderStore, type FolderStore, resumeFolder } from './folder-store.ts';
export { runCycles, type CycleOptions, type ResumedRun, type RunHandle } from './run-cycles.ts';
export type { Attempt, Run, RunEvent, Waiting } from './run.ts';
export { toFeedback, type Feedback, type FeedbackOptions } from './to-feedback.ts';
