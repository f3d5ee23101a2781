import { ToolError } from '@preflag/sandbox';

/** Why code cannot be run, for the model. */
export class CodeError extends ToolError {}
