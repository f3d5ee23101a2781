import { isBuiltin } from 'node:module';
import type { MappedCode } from '@preflag/sandbox';
import { build, type BuildFailure, type Message, type Metafile, type Plugin, transform } from 'esbuild';
import { GUEST_BUNDLE } from '../module/guest-bundle.ts';
import { CodeError } from './code-error.ts';

/** What code of a model may import; `guestImports` resolves them. */
const LIBRARIES: readonly string[] = ['exceljs', 'docx', 'papaparse', 'fflate'];

const CODE = 'preflag-code';
const FILE = 'code.js';

/**
 * Bundles code that a model wrote for the isolate. The bundler runs on the host and reads the files that code names, so it must
 * name none: imports are resolved for the libraries alone; imports by an expression, which the bundler would take for a pattern
 * of files, and source maps are refused. What came in is looked at once more at the end.
 *
 * @throws {CodeError} with line and column
 */
export async function bundleCode(code: string): Promise<MappedCode> {
  if (/[#@]\s*sourceMappingURL\s*=/.test(code)) throw new CodeError('The code names a source map (sourceMappingURL): leave that out.');
  try {
    const plain = await toPlainJs(code);
    const { outputFiles, metafile } = await build({
      entryPoints: [FILE],
      ...GUEST_BUNDLE,
      plugins: [codeOf(plain), ...GUEST_BUNDLE.plugins],
    });
    requireLibraries(metafile);
    const [bundled, map] = ['.js', '.map'].map((end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '');
    return { code: bundled ?? '', map: (map ?? '').replaceAll(`${CODE}:${FILE}`, FILE) };
  } catch (error) {
    if (isBuildFailure(error)) throw new CodeError(error.errors.slice(0, 5).map(describe).join('\n'), { cause: error });
    throw error;
  }
}

/**
 * JavaScript without types and comments, printed in one way: `import(` and `require(` look the same whatever spaces, comments
 * or escapes stood in them. A text that has them in it is refused as well.
 */
async function toPlainJs(code: string): Promise<string> {
  const { code: plain } = await transform(code, {
    // TypeScript is the wider language, so that types are no errors.
    loader: 'ts',
    sourcefile: FILE,
    format: 'esm',
    target: 'es2024',
    minifyWhitespace: true,
    legalComments: 'none',
    sourcemap: 'inline',
    sourcesContent: false,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    logLevel: 'silent',
  });
  const isLiteral = new RegExp(`^import\\((["'\`])(?:${LIBRARIES.join('|')})\\1\\)`);
  for (const { index } of plain.matchAll(/(?<![\w$.])import\(/g)) {
    if (!isLiteral.test(plain.slice(index, index + 40))) {
      throw new CodeError(
        `import(…) is only for a library by its name: ${LIBRARIES.join(', ')}. Files of the workspace: preflag.files.read(path)`,
      );
    }
  }
  if (/(?<![\w$.])require(?:\?\.)?(?:[(`]|\.resolve)/.test(plain)) throw new CodeError("There is no require: use import … from 'exceljs'.");
  return plain;
}

/** The code as the one entry, and the refusal of whatever it imports that is no library. It comes before `guestImports`. */
function codeOf(contents: string): Plugin {
  return {
    name: 'preflag-code',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, ({ path, kind, namespace }) => {
        if (kind === 'entry-point') return { path: FILE, namespace: CODE };
        // Modules of Node are refused by `guestImports`, with what to use instead.
        if (namespace !== CODE || LIBRARIES.includes(path) || isBuiltin(path)) return undefined;
        return {
          errors: [
            { text: `'${path}' cannot be imported, only ${LIBRARIES.join(', ')}. Files of the workspace: preflag.files.read(path)` },
          ],
        };
      });
      builder.onLoad({ filter: /.*/, namespace: CODE }, () => ({ contents, loader: 'js' }));
    },
  };
}

function requireLibraries({ inputs }: Metafile): void {
  const own = inputs[`${CODE}:${FILE}`];
  // Helpers of the bundler are imports without a file.
  const other = own?.imports.find(({ path, original = '' }) => path !== '<runtime>' && !LIBRARIES.includes(original));
  if (!own || other) throw new CodeError(`The code imports what is no library; there are ${LIBRARIES.join(', ')}.`);
}

/** Places in the printed code say nothing to the model, and texts about other files are not for it. */
function describe({ text, location }: Message): string {
  if (!location || location.file === `${CODE}:${FILE}`) return text;
  return location.file === FILE ? `${FILE}:${location.line}:${location.column + 1}: ${text}` : 'A library cannot be bundled.';
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
