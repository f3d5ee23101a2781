import { neutralise } from '@preflag/reporters';

export interface Progress {
  readonly update: (progress: { readonly file: string; readonly done: number; readonly files: number }) => void;
  readonly clear: () => void;
}

/** One line on standard error that is written over, and only where a person sees it. */
export function showProgress(what: string): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || process.env['CI'] !== undefined) return { update: () => {}, clear: () => {} };
  const clear = (): void => void stderr.write('\r\u001b[2K');
  return {
    update: ({ file, done, files }) => {
      clear();
      stderr.write(`${what}: ${done} of ${files} files, ${neutralise(file)}`.slice(0, (stderr.columns ?? 80) - 1));
    },
    clear,
  };
}
