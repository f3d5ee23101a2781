import { defineRule, matchesIn, type Rule } from '@preflag/core';
import { ownProse } from '../../../facts/own-prose.ts';

/** As their owners write them; only names that are no words in any other writing. */
const BRANDS = [
  'GitHub',
  'GitLab',
  'JavaScript',
  'TypeScript',
  'PostgreSQL',
  'MySQL',
  'SQLite',
  'MongoDB',
  'GraphQL',
  'WordPress',
  'YouTube',
  'LinkedIn',
  'PayPal',
  'OpenAI',
  'ChatGPT',
  'iPhone',
  'iPad',
  'macOS',
  'iOS',
  'PowerPoint',
  'SharePoint',
  'OneDrive',
  'OneNote',
  'LaTeX',
  'TikTok',
  'WhatsApp',
  'FedEx',
  'eBay',
  'DuckDuckGo',
  'HubSpot',
  'DocuSign',
  'QuickBooks',
  'BlackRock',
  'Mastercard',
  'JPMorgan',
  'McKinsey',
  'PyTorch',
  'TensorFlow',
  'NumPy',
  'SciPy',
  'Kubernetes',
  'Node.js',
  'Next.js',
  'Vue.js',
  'PyPI',
  'DevOps',
  'BigQuery',
];
const RIGHT = new Map(BRANDS.map((name) => [name.toLowerCase(), name]));
/** A word that may be one of them; looked up, since so many names side by side make a slow pattern. */
const WORD = /(?<![\p{L}\p{N}_.@/#:-])[A-Za-z]{3,16}(?:\.js)?(?![\p{L}\p{N}_@/-]|\.\w)/gu;

/**
 * Looks at names of products and companies in prose; names in all capitals are left alone.
 * Does not catch: names that are not in the list; see `terms` of the job. Known false alarms: names in commands that are not marked as code.
 */
export const brandNameMisspelt: Rule<'document'> = defineRule({
  id: 'formatting/brand-name-misspelt',
  title: 'The name of a product is not written as its owner writes it',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [ownProse],
  why: 'A reader who knows the product takes the writer for one who does not.',
  advice: "Write '{{expected}}'.",
  messages: { name: "'{{found}}' is written '{{expected}}' by its owner" },
  *check({ model, facts, looked }) {
    for (const block of facts(ownProse)) {
      looked({ blocks: 1 });
      for (const { 0: found, index: offset } of matchesIn(block.prose, WORD)) {
        const expected = RIGHT.get(found.toLowerCase());
        if (
          expected === undefined ||
          found === expected ||
          found === found.toUpperCase() ||
          isSentenceStart(block.prose, offset, found, expected)
        )
          continue;
        yield { messageId: 'name', data: { found, expected }, at: model.locate(block, offset, found.length), group: expected };
      }
    }
  },
});

/** `EBay` and `Macos` may begin a sentence with a capital. */
function isSentenceStart(text: string, offset: number, found: string, expected: string): boolean {
  return found.slice(1) === expected.slice(1) && /(?:^|[.!?]\s+)$/.test(text.slice(Math.max(0, offset - 3), offset));
}
