export * from './a1.ts';
export * from './agent.ts';
export * from './baseline/types.ts';
export { cellText, parseCellText, type TypedCell } from './cell-text.ts';
export * from './checker.ts';
export { reportHash } from './decisions/report-hash.ts';
export * from './decisions/types.ts';
export * from './delivery.ts';
export * from './errors.ts';
export { EventQueue } from './event-queue.ts';
export * from './fact.ts';
export * from './finding.ts';
export { demandWords } from './job/demand-words.ts';
export { DEMANDS, demandsOf, type Demand } from './job/demands.ts';
export * from './job/types.ts';
export * from './json.ts';
export * from './language-identifier.ts';
export * from './limits.ts';
export * from './location.ts';
export { matchesIn } from './matches-in.ts';
export * from './model.ts';
export * from './model-client.ts';
export { compileFinder, compilePattern, type PatternMatch } from './pattern.ts';
export * from './read-failure.ts';
export * from './report/feedback.ts';
export * from './report/types.ts';
export * from './rule.ts';
export * from './severity.ts';
export * from './spans.ts';
export * from './surroundings.ts';
export { FactStore, type OnPhase, type Phase } from './engine/fact-store.ts';
export { render, shorten, type RawFinding } from './engine/make-finding.ts';
export {
  concerns,
  runRules,
  type JobProblemAt,
  type NotChecked,
  type RuleResult,
  type RuleRun,
  type RunOptions,
  type Target,
} from './engine/run-rules.ts';
export { dayOf, ExceptionList, type Exceptions } from './engine/exceptions.ts';
export { mergeRuleTexts } from './engine/rule-text.ts';
export { sealFindings } from './engine/seal.ts';
export { selectRules, type RuleSettings, type Selection } from './engine/select-rules.ts';
export { wantedKinds } from './engine/wanted-kinds.ts';
export { decideVerdict, isBlocking, isOpen, summarise } from './engine/verdict.ts';
export { compare, type Comparison } from './report/compare.ts';
export { isBriefPath } from './job/check-job.ts';
export { isGlob, matchDeliverables } from './job/match-deliverables.ts';
export { isInside } from './job/paths.ts';
export { referencesOf, type ReferenceAt } from './job/references.ts';
export { FileError, type FileProblem } from './file/problem.ts';
