import type { Report } from '@preflag/core';
import { neutralise } from '@preflag/reporters/terminal';

export interface Progress {
  readonly update: (progress: { readonly file: string; readonly done: number; readonly files: number }) => void;
  readonly clear: () => void;
}

/** One line on standard error that is written over, and only where a person sees it. */
export function showProgress(what: string): Progress {
  const line = showLine();
  return {
    update: ({ file, done, files }) => line.write(`${what}: ${done} of ${files} files, ${neutralise(file)}`),
    clear: line.clear,
  };
}

/** The same for many deliveries. */
export function showBatchProgress(deliveries: number): { readonly update: (report: Report) => void; readonly clear: () => void } {
  const line = showLine();
  let [done, failed] = [0, 0];
  return {
    update: ({ verdict, root }) => {
      done += 1;
      failed += verdict === 'pass' ? 0 : 1;
      line.write(`${done} of ${deliveries} deliveries, ${failed} not passed: ${neutralise(root)}`);
    },
    clear: line.clear,
  };
}

interface Line {
  readonly write: (text: string) => void;
  readonly clear: () => void;
}

function showLine(): Line {
  const { stderr } = process;
  if (!stderr.isTTY || process.env['CI'] !== undefined) return { write: () => {}, clear: () => {} };
  const clear = (): void => void stderr.write('\r\u001b[2K');
  return {
    write: (text) => {
      clear();
      stderr.write(text.slice(0, (stderr.columns ?? 80) - 1));
    },
    clear,
  };
}
