/** What a command line needs before it knows the format: those for machines are loaded when they are asked for. */
export { EVIDENCE_LEVELS, type EvidenceLevel } from './evidence/evidence-level.ts';
export { withEvidence } from './evidence/with-evidence.ts';
export { deliveryName } from './lib/delivery-names.ts';
export { neutralise } from './neutralise.ts';
export { renderPretty, type PrettyOptions } from './pretty.ts';
