import type { AgentTask, Job } from '@preflag/core';
import type { Capabilities } from '@preflag/sandbox';

/**
 * What an agent's module exports, as `agent` or as its default. It runs in an isolate without Node: no file system, no
 * network, no environment. It may import `exceljs`, `docx`, `papaparse` and `fflate` without installing them, and any
 * package that does not need Node.
 *
 * Its result, when it is a text, is the agent's last words.
 *
 * ```ts
 * import { Workbook } from 'exceljs';
 * import type { ModuleAgent } from '@preflag/agents';
 *
 * export const agent: ModuleAgent = async ({ inputs }, { files, deliver }) => {
 *   const workbook = new Workbook();
 *   await workbook.xlsx.load(await files.read(inputs[0]));
 *   workbook.worksheets[0].getCell('B2').value = 7;
 *   await files.write('out.xlsx', await workbook.xlsx.writeBuffer());
 *   await deliver('out.xlsx');
 * };
 * ```
 */
export type ModuleAgent = (task: ModuleTask, capabilities: AgentCapabilities) => string | void | Promise<string | void>;

/** `files`, `deliver` and `log`: all that a module may do to the world. */
export type AgentCapabilities = Capabilities;

/** What a module is given. The files that it names are in the workspace. */
export interface ModuleTask {
  readonly job: Job;
  /** The brief's text. */
  readonly brief: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** What was wrong with the attempt before; absent on the first. */
  readonly feedback?: NonNullable<AgentTask['feedback']>;
  /** Paths of what the attempt before handed in: `previous/` and the path that it was delivered as. */
  readonly previousFiles: readonly string[];
  /** Paths of the job's inputs, as the job lists them. */
  readonly inputs: readonly string[];
}
