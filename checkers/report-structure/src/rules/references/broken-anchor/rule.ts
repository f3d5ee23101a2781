import { defineRule, type Rule } from '@preflag/core';

/** Browsers know these without an anchor. */
const ALWAYS = new Set(['', 'top']);

/**
 * Links to a place of the document itself that is not there: headings by GitHub's slugs, ids, and bookmarks of Word.
 * Does not catch: links to the wrong place, and links to other files.
 * Known false alarms: anchors that the program which renders the text makes in another way.
 */
export const brokenAnchor: Rule<'document'> = defineRule({
  id: 'report-structure/broken-anchor',
  title: 'A link leads to a place that is not in the document',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  why: 'The link does nothing when the reader follows it.',
  advice: "Let the link '{{text}}' lead to a heading that is there.",
  messages: { broken: "The link '{{text}}' leads to {{target}}, which is not in the document" },
  *check({ model, looked, notChecked }) {
    const { links, anchors } = model.parts;
    if (!links || !anchors) {
      notChecked('format', 'The format does not tell links and their places.');
      return;
    }
    const known = new Set(anchors.map((anchor) => anchor.toLowerCase()));
    for (const { target, text, block } of links) {
      if (!target.startsWith('#')) continue;
      looked({ links: 1 });
      const name = nameOf(target).toLowerCase();
      const place = model.blocks[block];
      if (ALWAYS.has(name) || known.has(name) || !place) continue;
      const at = place.text.indexOf(text);
      yield {
        messageId: 'broken',
        data: { text, target },
        at: at < 0 || text === '' ? model.locate(place) : model.locate(place, at, text.length),
        group: 'anchor',
      };
    }
  },
});

/** Signs behind `%` decoded, where they can be. */
function nameOf(target: string): string {
  try {
    return decodeURIComponent(target.slice(1));
  } catch {
    return target.slice(1);
  }
}
