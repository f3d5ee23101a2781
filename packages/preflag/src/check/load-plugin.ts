import { defineLanguageIdentifier, messageOf, PreflagError, type Checker, type LanguageIdentifier } from '@preflag/core';

/** What a module plugs in. */
export interface Plugin {
  readonly checker?: Checker;
  readonly languageIdentifier?: LanguageIdentifier;
}

/**
 * Imports a checker or a language identifier, or a module with both.
 * @throws {PreflagError} code `rule` that names the module and says what to do
 */
export async function loadPlugin(url: string): Promise<Plugin> {
  try {
    return pluginOf(await import(url), url);
  } catch (error) {
    if (PreflagError.isInstance(error)) throw error;
    throw new PreflagError(
      'rule',
      `The plugin ${nameOf(url)} cannot be loaded: ${messageOf(error).replace(/\.$/, '')}. Mend it, or take it out of 'plugins' in the config.`,
      { cause: error },
    );
  }
}

function pluginOf(module: unknown, url: string): Plugin {
  const exported: Readonly<Record<string, unknown>> = isRecord(module) ? module : {};
  const checker = [exported['checker'], exported['default']].find(isChecker);
  const identifier = exported['languageIdentifier'] ?? [exported['default']].find((one) => isRecord(one) && 'identify' in one);
  if (!checker && identifier === undefined)
    throw new PreflagError(
      'rule',
      `The module ${nameOf(url)} exports no checker. Export one made by defineChecker as 'checker', or a language identifier made by defineLanguageIdentifier as 'languageIdentifier'.`,
    );
  return {
    ...(checker && { checker }),
    ...(identifier !== undefined && { languageIdentifier: identifierOf(identifier, url) }),
  };
}

function identifierOf(value: unknown, url: string): LanguageIdentifier {
  try {
    return defineLanguageIdentifier((isRecord(value) ? value : {}) as unknown as LanguageIdentifier);
  } catch (error) {
    throw new PreflagError('rule', `The plugin ${nameOf(url)}: ${messageOf(error)}`, { cause: error });
  }
}

function isChecker(value: unknown): value is Checker {
  return isRecord(value) && Array.isArray(value['rules']);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function nameOf(url: string): string {
  return url.split('/').slice(-3).join('/');
}
