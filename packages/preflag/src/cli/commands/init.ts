import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { PreflagError } from '@preflag/core';
import { neutralise } from '@preflag/reporters/terminal';
import type { InferredJob } from '../../infer/infer-job.ts';
import { writeWhole } from '../lib/output.ts';
import { print } from '../lib/print.ts';
import { EXIT, type Verb } from '../lib/verb.ts';

export const initVerb: Verb = {
  name: 'init',
  usage: 'init [FILE]',
  summary: 'Writes a commented job file to start from (default job.yaml).',
  flags: {
    like: {
      type: 'string',
      value: 'PATH',
      text: 'Make it of accepted deliverables or a template: a file, a folder, or a folder with a subfolder for each delivery.',
    },
  },
  examples: [
    'preflag init',
    'preflag init jobs/q3/job.yaml',
    'preflag init --like accepted/',
    'preflag init --like template.docx report.yaml',
  ],
  async run({ positionals, text, signal }) {
    const [file = 'job.yaml'] = positionals;
    if (existsSync(file))
      throw new PreflagError('path', `${file} is there already, and was left as it is. Give another name: preflag init other.yaml`);
    const like = text('like');
    if (like === undefined) {
      await writeWhole(file, schemaLine(file) + template(idOf(file)));
      await print(`Wrote ${file}. Say in it what was asked, then: preflag check DELIVERED --job ${file}\n`);
      return EXIT.pass;
    }
    refuseInside(file, like);
    const { inferJob } = await import('../../infer/infer-job.ts');
    const inferred = await inferJob(like, idOf(file), { signal });
    await writeWhole(file, schemaLine(file) + introduction(like) + inferred.text);
    await print(summaryOf(file, inferred));
    return EXIT.pass;
  },
};

function idOf(file: string): string {
  const words = basename(dirname(resolve(file)))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words || 'my-job';
}

/** For editors: where the schema is, if preflag is installed near the file. */
function schemaLine(file: string): string {
  const SCHEMA = 'node_modules/preflag/schema/job-1.json';
  const start = dirname(resolve(file));
  for (let folder = start; ; folder = dirname(folder)) {
    const schema = join(folder, SCHEMA);
    if (existsSync(schema)) {
      const path = relative(start, schema).split(sep).join('/');
      return `# yaml-language-server: $schema=${path.startsWith('.') ? path : `./${path}`}\n`;
    }
    if (dirname(folder) === folder) return '';
  }
}

/** A job inside of what it was made of would be one of the examples the next time, and is never read from a delivered folder. */
function refuseInside(file: string, like: string): void {
  const [target, folder] = [resolve(file), resolve(like)];
  if (target.startsWith(`${folder}${sep}`))
    throw new PreflagError(
      'usage',
      `${file} would stand among the examples in ${like}. Give a name beside it: preflag init --like ${like} ../job.yaml`,
    );
}

function introduction(like: string): string {
  return `# Made by preflag init --like ${JSON.stringify(like)}. All that counts here is met by what it was made of.
# What is commented out was not seen everywhere, or may be by chance: take out the # where it was asked.
# Other things to ask for: preflag init other.yaml

`;
}

function summaryOf(file: string, { files, deliveries, unread, dropped }: InferredJob): string {
  const of = `${files} ${files === 1 ? 'file' : 'files'}${deliveries > 1 ? ` in ${deliveries} deliveries` : ''}`;
  const lines = [
    `Wrote ${file}, made of ${of}, which meet all that it asks for.`,
    ...(dropped > 0 ? [`Commented out, since one of them does not meet it: ${dropped} ${dropped === 1 ? 'demand' : 'demands'}.`] : []),
    ...(unread.length > 0 ? [`Not read, and asked for as files only: ${unread.map(neutralise).join(', ')}.`] : []),
    `Read it through, then: preflag check DELIVERED --job ${file}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A job that is valid as it stands; what is commented out shows what else can be asked. */
export function template(id: string): string {
  return `# What was asked, so that a delivery can be checked against it.
# A checker may demand only what stands here, or what is wrong whatever was asked.
version: 1
id: "${id}"
# title: Q3 sales pack
# brief: brief.md                      # ends in .md or .txt: a file beside this one; else the text itself
# inputs: [inputs/sales.xlsx]          # files that the agent is given, beside this one

deliverables:
  - path: report.md                    # exact path or glob, inside the delivered folder
    type: report                       # spreadsheet | table | report | document | translation | data | any
    # language: en-GB
    # length: { words: { min: 800, max: 1500 } }
    # sections: [Executive summary, Findings, { title: References, aliases: [Sources] }]
    # order: relative                  # strict | relative | any

  # A workbook whose totals must add up:
  # - path: sales.xlsx
  #   type: spreadsheet
  #   sheets:
  #     - { name: Summary, columns: [Region, Revenue] }
  #     - name: Detail
  #       rows: { min: 1 }
  #       columns:                     # a header alone, or what the column holds
  #         - { name: id, type: text, pattern: '\\d{5}' }
  #         - { name: date, type: date, min: 2024-01-01, max: 2024-12-31 }
  #         - { name: status, required: true, values: [open, closed] }
  #         - { name: region, in: { sheet: Summary, column: Region } }    # every value stands there
  #         - { name: Revenue, type: number, min: 0, unit: EUR }
  #       key: [id]                    # never blank, never twice
  #       sortedBy: [date]
  #   cells:
  #     - { at: { sheet: Summary, row: Total, column: Revenue }, formula: true }   # computed, not typed
  #   controlTotals:
  #     - label: Revenue
  #       detail: { sheet: Detail, column: Revenue }
  #       total: { sheet: Summary, row: Total, column: Revenue }
  #
  #   An update of a file that was there before: nothing but this may change.
  #   update:
  #     before: inputs/sales.xlsx
  #     key: [id]
  #     allow: [{ sheet: Detail, columns: [status] }]
  #     require: [{ sheet: Detail, where: { id: "00017" }, set: { status: closed } }]   # quote ids

  # A translation:
  # - path: report.de.md
  #   type: translation
  #   source: report.md                # a deliverable, or a file beside this one
  #   language: de-DE

# rules: { "formatting/placeholder-text": off, "spreadsheet/*": { severity: minor } }
# ignore: [{ rule: integrity/unexpected-file, path: "*.log", reason: kept on request }]
# gate: { failOn: important, require: [source, before] }
`;
}
