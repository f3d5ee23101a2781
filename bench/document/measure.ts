import { readFileSync } from 'node:fs';
import { DEFAULT_LIMITS, FactStore, runRules, type Model, type Reads, type Rule } from '@preflag/core';
import { spareCpu } from '../../packages/preflag/src/check/worker-v8.ts';
import { SMALL, type FILES } from './make.ts';

/** What one subject took on one file, imports left out. */
export interface Measured {
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly check: string;
}

const [, , subject, path, host] = process.argv;
if (subject !== undefined && path !== undefined) {
  if (host === 'worker') spareCpu(['document']);
  const work = await prepare(subject, path);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const check = await work();
  const { user, system } = process.cpuUsage(cpu);
  const measured: Measured = {
    ms: performance.now() - start,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
    check,
  };
  console.log(JSON.stringify(measured));
}

/** Imports what the subject needs. */
async function prepare(name: string, file: string): Promise<() => Promise<string>> {
  switch (name) {
    case 'mammoth': {
      const { default: mammoth } = await import('mammoth');
      await mammoth.convertToHtml({ path: SMALL.docx });
      return async () => `${(await mammoth.convertToHtml({ path: file })).value.length} characters of html`;
    }
    case 'parse': {
      const [{ fromMarkdown }, { gfm }, { gfmFromMarkdown }] = await Promise.all([
        import('mdast-util-from-markdown'),
        import('micromark-extension-gfm'),
        import('mdast-util-gfm'),
      ]);
      return () =>
        Promise.resolve(
          `${fromMarkdown(readFileSync(file, 'utf8'), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children.length} nodes`,
        );
    }
    case 'markdown + rules': {
      const read = await reader('markdown');
      const [{ checker: formatting }, { checker: structure }] = await Promise.all([
        import('../../checkers/formatting/src/index.ts'),
        import('../../checkers/report-structure/src/index.ts'),
      ]);
      const rules = [...formatting.rules, ...structure.rules].filter((rule) => [rule.reads].flat().includes('document'));
      await rulesOn(await read(SMALL.markdown), rules);
      return async () => rulesOn(await read(file), rules);
    }
    default: {
      const read = await reader(name as DocumentType);
      return async () => `${(await read(file)).blocks.length} blocks`;
    }
  }
}

type DocumentType = keyof typeof FILES;

async function reader(type: DocumentType): Promise<(path: string) => Promise<Model & { readonly blocks: readonly unknown[] }>> {
  const { readDocument } = await import('@preflag/readers');
  const read = async (path: string): Promise<Model & { readonly blocks: readonly unknown[] }> => {
    const result = await readDocument({ file: path, path }, type, { limits: DEFAULT_LIMITS });
    if (!result.ok) throw new Error(result.failure.text);
    return result.model;
  };
  await read(SMALL[type]);
  return read;
}

async function rulesOn(model: Model, rules: readonly Rule[]): Promise<string> {
  const target = {
    file: model.file,
    models: new Map<Reads, Model>([['document', model]]),
    absent: new Map(),
    job: null,
    deliverable: null,
    inputs: new Set(['deliverable'] as const),
  };
  let findings = 0;
  for await (const result of runRules(
    rules.map((rule) => ({ rule })),
    target,
    { facts: new FactStore() },
  ))
    findings += result.findings.length;
  return `${rules.length} rules, ${findings} findings`;
}
