import { defineRule, type Rule } from '@preflag/core';

const FILE_NAME = /^[\w\s().-]{1,80}\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)$/i;
const GENERIC = /^(?:image|picture|photo|img|bild|grafik|figure|chart|screenshot|alt(?: text)?)\s?\d*$/i;

/**
 * Pictures that are empty files, or without a source; and those without a text for who does not see them, or with a file's name for one.
 * Does not catch: texts that describe something else. Pictures that are marked as decoration need none.
 * Known false alarms: decoration that is not marked as such, hence a hint.
 */
export const imageWithoutText: Rule<'document'> = defineRule({
  id: 'report-structure/image-without-text',
  title: 'A picture is empty or has no text',
  severity: 'minor',
  certainty: 'certain',
  reads: 'document',
  why: 'Readers who cannot see the picture, or whose program does not show it, get nothing.',
  advice: 'Say in the alternative text of the picture what it shows.',
  messages: {
    empty: { text: 'The picture {{source}} is an empty file', advice: 'Put the picture in again.' },
    none: { text: 'The picture {{source}} has no alternative text', certainty: 'hint' },
    generic: { text: "The picture's alternative text is '{{alt}}', which says nothing", certainty: 'hint' },
  },
  *check({ model, looked, notChecked }) {
    const { images } = model.parts;
    if (!images) {
      notChecked('format', 'The format does not tell pictures.');
      return;
    }
    looked({ images: images.length });
    for (const { block, alt, source, bytes } of images) {
      const place = model.blocks[block];
      const at = place ? model.locate(place) : ({ kind: 'file' } as const);
      const name = source.startsWith('data:') ? 'in the text' : (source.split('/').at(-1) ?? source);
      if (bytes === 0) yield { messageId: 'empty', data: { source: name }, at };
      else if (alt === undefined) yield { messageId: 'none', data: { source: name }, at, group: 'alt' };
      else if (FILE_NAME.test(alt.trim()) || GENERIC.test(alt.trim())) yield { messageId: 'generic', data: { alt }, at, group: 'alt' };
    }
  },
});
