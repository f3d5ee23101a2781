import { DEFAULT_GATE, DEFAULT_LIMITS, PreflagError, selectRules } from '@preflag/core';
import { loadConfig, type LoadedConfig } from '../../config/load-config.ts';
import { resolveConfig, type ResolvedConfig } from '../../config/resolve-config.ts';
import { loadBaseline } from '../../check/baseline-for.ts';
import { resolveChecker } from '../../check/builtin-checkers.ts';
import { CONFIG_NAMES, findConfig } from '../../config/find-config.ts';
import { loadBuiltinCheckers } from '../lib/builtin-rules.ts';
import { print } from '../lib/print.ts';
import type { Verb } from '../lib/verb.ts';

export const configVerb: Verb = {
  name: 'config',
  usage: 'config print|validate [FILE]',
  summary: 'Shows what the nearest preflag.config file comes to, or says what is wrong with it.',
  flags: {
    for: { type: 'string', value: 'PATH', text: 'print: the settings of rules for this delivered file, with its overrides' },
  },
  examples: ['preflag config validate', 'preflag config print', 'preflag config print --for report.de.md'],
  async run(args) {
    const [action, file] = args.positionals;
    if (action !== 'print' && action !== 'validate')
      throw new PreflagError('usage', 'preflag config needs print or validate. See: preflag config --help');
    const found = file ?? findConfig(process.cwd());
    if (found === undefined && action === 'validate')
      throw new PreflagError('path', `There is no config here or above. It is called ${CONFIG_NAMES.join(', ')}.`);
    const loaded = found === undefined ? undefined : await loadConfig(found);
    const config = resolveConfig(loaded?.config, loaded?.folder);
    await validate(config);
    await print(action === 'print' ? `${printed(loaded, config, args.text('for'))}\n` : `${found} is a valid config.\n`);
    return 0;
  },
};

/** What the schema cannot see: modules, globs and files that are not there. */
async function validate(config: ResolvedConfig): Promise<void> {
  const foreign = config.checkers.map(resolveChecker).filter(({ reads }) => reads === undefined);
  if (config.baseline !== undefined) await loadBaseline(config.baseline);
  // Rules of checkers from elsewhere are known only where they are loaded, in a check worker.
  selectRules(await loadBuiltinCheckers(), { rules: config.rulesFor(), only: config.only, ...(foreign.length > 0 && { isPart: true }) });
}

function printed(loaded: LoadedConfig | undefined, config: ResolvedConfig, file: string | undefined): string {
  const rules = Object.fromEntries(config.rulesFor(file).flatMap(Object.entries<unknown>));
  const limits = Object.entries(config.limits).map(([name, value]) => [
    name,
    { value, default: DEFAULT_LIMITS[name as keyof typeof DEFAULT_LIMITS] },
  ]);
  return JSON.stringify(
    {
      file: loaded?.file ?? null,
      ...(file !== undefined && { for: file }),
      gate: { ...DEFAULT_GATE, ...config.gate },
      only: config.only.length > 0 ? config.only : ['*'],
      rules,
      ...(file === undefined && loaded?.config.overrides && { overrides: loaded.config.overrides }),
      ignore: config.ignore,
      checkers: config.checkers,
      limits: Object.fromEntries(limits),
      baseline: config.baseline ?? null,
    },
    null,
    2,
  );
}
