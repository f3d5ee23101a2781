import { createReadStream } from 'node:fs';
import type { Table } from '@preflag/readers';
import { printMeasured } from '../measured.ts';

const [, , reader = '', path = ''] = process.argv;
await printMeasured(() => measured(reader));

/** Imports count: they are what a caller waits for. Of the readers only the one that is measured is loaded. */
async function measured(name: string): Promise<string> {
  switch (name) {
    case 'papaparse':
      return parseByPapa();
    case 'preflag check': {
      const { check } = await import('preflag/check');
      const { checks, findings } = await check(path);
      return summary(checks, findings.length);
    }
    case 'preflag imports':
      return String((await importAll()).checker.rules.length);
    case 'preflag read':
      return String((await readRows()).width);
    case 'preflag read + rows': {
      let cells = 0;
      await (await readRows()).scan([{ item: 'row', visit: (row) => void (cells += (row as { readonly length: number }).length) }]);
      return `${cells} cells`;
    }
    default:
      return runAllRules();
  }
}

async function parseByPapa(): Promise<string> {
  const { default: Papa } = await import('papaparse');
  let cells = 0;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path), {
      chunk: ({ data }) => {
        for (const row of data) cells += row.length;
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return `${cells} cells`;
}

async function readRows(): Promise<Table> {
  const [{ DEFAULT_LIMITS }, { readTable }] = await Promise.all([
    import('@preflag/core'),
    import('../../packages/readers/src/table/read-table.ts'),
  ]);
  const result = await readTable({ file: 'big.csv', path }, { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

/** What every check loads, however small the file; types are stripped while it is loaded from sources. */
async function importAll() {
  const [core, spreadsheet] = await Promise.all([
    import('@preflag/core'),
    import('../../checkers/spreadsheet/src/index.ts'),
    import('../../packages/readers/src/table/read-table.ts'),
  ]);
  return { ...core, ...spreadsheet };
}

async function runAllRules(): Promise<string> {
  const { runRules, readsKind, checker } = await importAll();
  const model = await readRows();
  const rules = checker.rules.filter((rule) => readsKind(rule, 'table')).map((rule) => ({ rule }));
  const target = {
    file: 'big.csv',
    models: new Map([['table', model] as const]),
    absent: new Map(),
    job: null,
    deliverable: null,
    inputs: new Set(['deliverable'] as const),
  };
  const results = await Array.fromAsync(runRules(rules, target));
  return summary(
    results.map(({ check }) => check),
    results.flatMap(({ findings }) => findings).length,
  );
}

function summary(checks: readonly { readonly outcome: string }[], findings: number): string {
  const ran = checks.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed').length;
  return `${ran} of ${checks.length} checks, ${findings} findings`;
}
