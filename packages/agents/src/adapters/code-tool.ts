import type { Json, RunStatus } from '@preflag/core';
import type { Grants, RunLimits, Sandbox, SandboxRun } from '@preflag/sandbox';
import { CodeError } from '../loop/code-error.ts';
import { cut } from '../loop/show.ts';
import { CODE_INPUT, type CodeInput, type InputSchema } from './code-input.ts';

export interface CodeToolOptions {
  /** Added to what the model is told about the tool: which files there are, which grants the code has. Default none. */
  readonly description?: string;
  /**
   * What the code may do beyond the workspace. Default: what the sandbox grants. People that it asks must be there (`ask` and
   * `approve` of `human`): a run that is `paused` cannot be gone on with.
   */
  readonly capabilities?: Grants;
  /** Of each run. Default: those of the sandbox. */
  readonly limits?: Partial<RunLimits>;
  /** Most characters of `result`, of `reason` and of `log`, each: of a longer one the middle is left out. Default 10,000. */
  readonly maxCharacters?: number;
}

/** In the shape of a tool of the AI SDK 7, which other kits can be given in parts. */
export interface CodeTool {
  readonly description: string;
  /** A Standard Schema that is told as JSON Schema, too. */
  readonly inputSchema: InputSchema<CodeInput>;
  /**
   * Never rejects for what the code does.
   *
   * @throws {PreflagError} `sandbox` when a worker cannot be started
   */
  execute(input: CodeInput, options?: { readonly abortSignal?: AbortSignal | undefined }): Promise<CodeToolResult>;
}

/** What the model is told of a run. */
export interface CodeToolResult {
  readonly status: RunStatus;
  /** Empty when the status is `ok`; with places in the model's code. */
  readonly reason: string;
  /** What the code exports as its default, or `null`. When it was cut: the beginning and the end of its JSON, as text. */
  readonly result: Json;
  /** A line for each call of `console`; those of `warn` and `error` begin with that word. */
  readonly log: string;
}

const DESCRIPTION = `Runs JavaScript or TypeScript (an ES module, without Node and without network) on the files of a workspace, which stay from call to call.
Files: await preflag.files.list(), .readText(path), .read(path) as Uint8Array, .write(path, textOrBytes), .stat(path), .remove(path).
These can be imported: exceljs, docx, papaparse, fflate. console.log goes to the log. "export default value" gives the result, as JSON.`;

/**
 * A tool with which a model runs code in the sandbox, on the sandbox's own files (`sandbox.files`).
 *
 * ```ts
 * await generateText({ model, prompt, tools: { run_code: codeTool(sandbox) }, stopWhen: isStepCount(20) });
 * ```
 */
export function codeTool(sandbox: Sandbox, options: CodeToolOptions = {}): CodeTool {
  const { capabilities, limits, maxCharacters = 10_000 } = options;
  return {
    description: options.description === undefined ? DESCRIPTION : `${DESCRIPTION}\n${options.description}`,
    inputSchema: CODE_INPUT,
    async execute({ code }, { abortSignal } = {}) {
      // The bundler is loaded with the first call.
      const { bundleCode } = await import('../loop/bundle-code.ts');
      try {
        const program = await bundleCode(code);
        const run = await sandbox.run(program, {
          ...(capabilities && { capabilities }),
          ...(limits && { limits }),
          ...(abortSignal && { signal: abortSignal }),
        });
        return resultOf(run, maxCharacters);
      } catch (error) {
        if (error instanceof CodeError) return { status: 'error', reason: cut(error.message, maxCharacters), result: null, log: '' };
        throw error;
      }
    },
  };
}

function resultOf({ status, reason, result = null, log, truncated }: SandboxRun, characters: number): CodeToolResult {
  const lines = log.map(({ level, text }) => (level === 'info' || level === 'debug' ? text : `${level}: ${text}`));
  if (truncated) lines.push(`(${truncated.dropped} lines of the log were dropped.)`);
  const json = JSON.stringify(result);
  return {
    status,
    reason: cut(reason, characters),
    result: json.length > characters ? cut(json, characters) : result,
    log: cut(lines.join('\n'), characters),
  };
}
