import { textOf, type Example } from '../example.ts';
import { writeIn, type WrittenFormat } from './write-in.ts';

/** The same delivery in another format, and under which name; or the construct that the format has no form for. */
export type ExampleIn =
  | { readonly isWritten: true; readonly example: Example; readonly path: string }
  | { readonly isWritten: false; readonly construct: string };

const DOCUMENT = /\.(?:docx|html|md|odt|pdf|pptx|rtf|txt)$/;

/**
 * Writes a markdown deliverable of an example in another format. The job and other files name it by its new name; deliverables that are
 * documents of their own, and are not linked to it, are left out.
 */
export async function exampleIn(format: WrittenFormat, example: Example, path: string): Promise<ExampleIn> {
  const markdown = textOf(example, path);
  const written = await writeIn(format, markdown);
  if (!written.isWritten) return written;
  const name = path.replace(/\.md$/, `.${format}`);
  const isOther = (file: string): boolean => file !== path && file in example.files && DOCUMENT.test(file) && !markdown.includes(file);
  const kept = Object.entries(example.files).flatMap(([file, content]): [string, string | Uint8Array][] => {
    if (file === path || isOther(file)) return [];
    return [[file, typeof content === 'string' ? content.replaceAll(path, name) : content]];
  });
  const deliverables = example.job?.deliverables.filter((one) => !('path' in one) || !isOther(String(one.path))) ?? [];
  const job = example.job && { ...example.job, deliverables: JSON.parse(JSON.stringify(deliverables).replaceAll(path, name)) as object[] };
  return {
    isWritten: true,
    path: name,
    example: { ...example, files: { ...Object.fromEntries(kept), [name]: written.bytes }, ...(job && { job }) },
  };
}
