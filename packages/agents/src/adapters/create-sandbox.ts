import { createSandbox as createCodeSandbox, type MappedCode, type Sandbox, type SandboxOptions } from '@preflag/sandbox';

/**
 * A sandbox that runs code, and files with all that they import: `sandbox.run({ module: 'agent.ts' })`. A file may import
 * `exceljs`, `docx`, `papaparse` and `fflate` without installing them, and any package that does not need Node.
 *
 * For `strict` and `best` bubblewrap is tried first, which takes up to 100 ms once per process.
 *
 * @throws {PreflagError} as a rejection: `sandbox`, with what to do about it, when isolated-vm is absent or not safe, or the
 * level cannot be had; `usage` for a grant that cannot be kept
 */
export function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return createCodeSandbox({ loadModule, ...options });
}

/** The bundler is loaded with the first file: who only runs code never needs it. */
async function loadModule(file: string): Promise<MappedCode> {
  const { bundleModule } = await import('../module/bundle-module.ts');
  return bundleModule(file);
}
