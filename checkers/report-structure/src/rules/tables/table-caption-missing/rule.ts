import { defineRule, type Rule } from '@preflag/core';
import { captions } from '../../../facts/captions.ts';

const LEAST_CAPTIONS = 2;

/**
 * Tables without a caption next to them, where most others have one.
 * Does not catch: documents without captions.
 * Known false alarms: small tables for layout, hence a hint.
 */
export const tableCaptionMissing: Rule<'document'> = defineRule({
  id: 'report-structure/table-caption-missing',
  title: 'A table has no caption, and others have one',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [captions],
  why: 'The reader cannot tell what the table shows, and nothing can refer to it.',
  advice: 'Give the table a caption like the others.',
  messages: { none: 'The table has no caption; {{count}} others have one' },
  *check({ model, facts, looked, notChecked }) {
    const { tables } = model.parts;
    const all = facts(captions);
    if (!tables || !all) {
      notChecked('format', 'The format does not tell tables and captions.');
      return;
    }
    looked({ tables: tables.length });
    const own = new Set(all.filter(({ kind }) => kind !== 'figure').map(({ block }) => block));
    const ends = new Map(model.blocks.flatMap(({ cell, index }) => (cell ? [[cell.table, index] as const] : [])));
    // A caption above a table belongs to it, and not to the one before.
    const below = new Set([...own].filter((block) => !tables.some(({ after }) => after === block)));
    const bare = tables.filter(({ table, after }) => !own.has(after) && !below.has((ends.get(table) ?? -2) + 1));
    const count = tables.length - bare.length;
    if (count < LEAST_CAPTIONS || count <= bare.length) return;
    for (const { after } of bare) {
      const first = model.blocks[after + 1];
      if (first) yield { messageId: 'none', data: { count }, at: model.locate(first), group: 'caption' };
    }
  },
});
