import { defineRule, type Rule } from '@preflag/core';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { hitsInBlock } from '../../../text-hits.ts';

/** Names, addresses and numbers that forms and manuals use for nobody (RFC 2606; 555-0100 to 555-0199 of the North American plan). */
const SAMPLES =
  /\b(?:john|jane|joe)[._]?(?:doe|smith)?@(?:example|test|domain|email|company|mail)\.(?:com|org|net)\b|\b(?:your|my|the)?[._-]?(?:name|email|user|info|test)@(?:example|yourdomain|yourcompany|domain|company)\.(?:com|org|net)\b|\b(?:John|Jane) (?:Q\. )?(?:Doe|Public)\b|\bMax Mustermann\b|\bErika Mustermann\b|\bJean Dupont\b|(?<!\d)\(?\d{3}\)?[-. ]555[-. ]01\d\d(?!\d)|(?<!\d)\(?123\)?[-. ]456[-. ]7890(?!\d)|\b123 (?:Main|Any|Sample|Example|Fake) (?:Street|St)\b|\b(?:Any|Sample)town\b|\bMusterstra(?:ß|ss)e \d+|(?<!\d)1234[ -]?5678[ -]?9012[ -]?3456(?!\d)|(?<!\d)0{3}-0{2}-0{4}(?!\d)/gi;

/**
 * Looks at prose and cells, addresses included.
 * Does not catch: invented data that looks real. Known false alarms: manuals and forms that show how to fill them in; so it only hints.
 */
export const sampleDataLeft: Rule<'document'> = defineRule({
  id: 'formatting/sample-data-left',
  title: 'Sample data stands in the document',
  severity: 'important',
  certainty: 'hint',
  reads: 'document',
  inherits: false,
  facts: [proseBlocks],
  why: 'Somebody writes to an address, or calls a number, that is nobody’s.',
  advice: "Put the real data in place of '{{found}}', if it is to be used.",
  messages: { sample: "'{{found}}' is sample data" },
  *check({ model, facts, looked }) {
    for (const block of facts(proseBlocks)) {
      looked({ blocks: 1 });
      for (const { offset, found } of hitsInBlock(block, SAMPLES, block.text))
        yield { messageId: 'sample', data: { found }, at: model.locate(block, offset, found.length), group: found.toLowerCase() };
    }
  },
});
