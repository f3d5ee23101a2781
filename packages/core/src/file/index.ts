export { readYaml, type YamlFile, type YamlKind } from './read-yaml.ts';
export { validateAgainst, type Mistake } from './validate.ts';
