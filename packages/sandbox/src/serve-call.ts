import { messageOf } from '@preflag/core';
import type { Deliveries } from './deliveries.ts';
import type { CallResult, FileCall } from './frames.ts';
import { type Workspace, WorkspaceError } from './workspace.ts';

export interface Served {
  readonly result: CallResult;
  readonly body?: Uint8Array;
}

/** Does what a guest asked of its workspace. Never throws: a refusal is a result. */
export function serveCall(
  workspace: Workspace,
  deliveries: Deliveries,
  { name, args, body }: { readonly name: FileCall; readonly args: readonly string[]; readonly body: Uint8Array },
): Served {
  const [first = '', second = first] = args;
  try {
    switch (name) {
      case 'files.read':
        return { result: { ok: true, body: 'bytes' }, body: workspace.read(first) };
      case 'files.readText':
        return { result: { ok: true, body: 'text' }, body: workspace.read(first) };
      case 'files.write':
        workspace.write(first, body);
        return { result: { ok: true } };
      case 'files.list':
        return { result: { ok: true, json: JSON.stringify(workspace.list(first)) } };
      case 'files.stat':
        return { result: { ok: true, json: JSON.stringify(workspace.stat(first)) } };
      case 'files.remove':
        workspace.remove(first);
        return { result: { ok: true } };
      case 'deliver':
        deliveries.deliver(first, second);
        return { result: { ok: true } };
      default:
        return { result: { ok: false, code: 'denied', message: `There is no capability ${String(name)}.` } };
    }
  } catch (error) {
    return { result: { ok: false, code: error instanceof WorkspaceError ? error.code : 'invalid', message: messageOf(error) } };
  }
}
