import { defineRule, type Rule } from '@preflag/core';

const PLACEHOLDER =
  /^(?:https?:\/\/)?(?:www\.)?(?:example\.(?:com|org|net)|your-?(?:domain|site|website|company)\.\w+|yourdomain|domain\.com|link-?here|insert-?link|url|todo|tbd|xxx+|placeholder)(?:[/:?#]|$)/i;

/**
 * Links without an address, links to `#`, and links to addresses that are examples (RFC 2606) or wait to be filled in.
 * Does not catch: addresses that are wrong; nothing is fetched.
 * Known false alarms: texts about addresses that show examples as links.
 */
export const placeholderLink: Rule<'document'> = defineRule({
  id: 'report-structure/placeholder-link',
  title: 'A link has no real address',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  inherits: false,
  why: 'The link leads nowhere when the reader follows it.',
  advice: "Give the link '{{text}}' its address, or take it out.",
  messages: {
    empty: "The link '{{text}}' has no address",
    placeholder: "The link '{{text}}' leads to {{target}}, which stands for an address",
  },
  *check({ model, looked, notChecked }) {
    const { links } = model.parts;
    if (!links) {
      notChecked('format', 'The format does not tell links.');
      return;
    }
    looked({ links: links.length });
    for (const { target, text, block } of links) {
      const place = model.blocks[block];
      // Headings and names in code that link to nothing mark themselves.
      if (target === '#' && (place?.type === 'heading' || place?.type === 'code')) continue;
      const isEmpty = target.trim() === '' || target === '#';
      if (!place || text.trim() === '' || (!isEmpty && !PLACEHOLDER.test(target.trim()))) continue;
      const at = place.text.indexOf(text);
      yield {
        messageId: isEmpty ? 'empty' : 'placeholder',
        data: { text, target },
        at: at < 0 ? model.locate(place) : model.locate(place, at, text.length),
      };
    }
  },
});
