import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { PreflagError } from '@preflag/core';
import { writeWhole } from '../lib/output.ts';
import { print } from '../lib/print.ts';
import type { Verb } from '../lib/verb.ts';

export const initVerb: Verb = {
  name: 'init',
  usage: 'init [FILE]',
  summary: 'Writes a commented job file to start from (default job.yaml).',
  flags: {},
  examples: ['preflag init', 'preflag init jobs/q3/job.yaml'],
  async run({ positionals }) {
    const [file = 'job.yaml'] = positionals;
    if (existsSync(file))
      throw new PreflagError('path', `${file} is there already, and was left as it is. Give another name: preflag init other.yaml`);
    const id =
      (basename(dirname(resolve(file))) || 'my-job')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'my-job';
    await writeWhole(file, template(id));
    await print(`Wrote ${file}. Say in it what was asked, then: preflag check DELIVERED --job ${file}\n`);
    return 0;
  },
};

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
