/** The agent's own tools. */
export const BUILT_IN_NAMES = ['list_files', 'read_file', 'write_file', 'deliver', 'run_code'] as const;
export type BuiltInName = (typeof BUILT_IN_NAMES)[number];
