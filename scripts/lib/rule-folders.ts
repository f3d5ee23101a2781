import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface RuleFolder {
  readonly checker: string;
  readonly group: string;
  /** The rule's id without the cluster, which is the folder's name. */
  readonly name: string;
}

/** Every rule folder of the repository, in order. */
export function ruleFolders(root: string): readonly RuleFolder[] {
  return folders(join(root, 'checkers')).flatMap((checker) =>
    folders(join(root, 'checkers', checker, 'src/rules')).flatMap((group) =>
      folders(join(root, 'checkers', checker, 'src/rules', group)).map((name) => ({ checker, group, name })),
    ),
  );
}

/** `row-lost` → `rowLost`: the name under which a rule folder exports its rule. */
export function exportName(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function folders(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted();
  } catch {
    return [];
  }
}
