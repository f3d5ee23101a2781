import { exportName, type RuleFolder } from './rule-folders.ts';

const HEAD = '// Generated from the folders by `npm run generate`. Do not edit.\n';

/** The list of a checker's rules. */
export function rulesRegistry(folders: readonly RuleFolder[]): string {
  return registry(folders, { file: 'rule', type: 'Rule', from: '@preflag/core', list: 'rules', name: (name) => exportName(name) });
}

/** The list of a checker's plants, for calibration. */
export function plantsRegistry(folders: readonly RuleFolder[]): string {
  return registry(folders, {
    file: 'plant',
    type: 'Plant',
    from: '@preflag/testing',
    list: 'plants',
    name: (name) => `${exportName(name)}Plant`,
  });
}

function registry(
  folders: readonly RuleFolder[],
  parts: { file: string; type: string; from: string; list: string; name: (name: string) => string },
): string {
  const imports = folders.map(({ group, name }) => `import { ${parts.name(name)} } from './rules/${group}/${name}/${parts.file}.ts';`);
  const names = folders.map(({ name }) => `  ${parts.name(name)},`);
  return `${HEAD}import type { ${parts.type} } from '${parts.from}';\n${imports.join('\n')}\n\nexport const ${parts.list}: readonly ${parts.type}[] = [\n${names.join('\n')}\n];\n`;
}
