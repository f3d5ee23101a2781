import { defineRule, type Rule } from '@preflag/core';

/**
 * Reports what the reader of a localisation file noticed beside its texts: missing headers, ids and quotation marks, escapes that there are
 * not, plural forms that are more or fewer than the header says. XML and json that break off are those of integrity/corrupt-file.
 * Does not catch: what a schema forbids and readers ignore, such as unknown attributes and elements in another order.
 * Known false alarms: tools write more plural forms than the header announces, which gettext only refuses when it is asked to check;
 * that is only likely.
 */
export const fileInvalid: Rule<'bitext'> = defineRule({
  id: 'translation/file-invalid',
  title: 'A localisation file contradicts its format',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  why: 'The program that the texts are for refuses the file, or shows a text that is cut off.',
  advice: 'Mend the line, and open the file with the tool that reads it.',
  messages: {
    apostrophe: {
      text: "The apostrophe in '{{key}}' has no backslash before it, so the app does not build",
      advice: "Write \\' for each apostrophe, or put the whole text in double quotes.",
    },
    badEscape: "'{{text}}' in '{{key}}' is no escape of this format",
    badLine: "What stands here belongs to no entry: '{{key}}'",
    badTimes: "The times of cue {{key}} cannot be read: '{{text}}'",
    headerMissing: 'The file does not begin with {{what}}, as this format must',
    idMissing: 'A {{what}} has no id or name, so no program finds it',
    languageMissing: '{{what}} does not say its language ({{attribute}})',
    openQuote: "The text of '{{key}}' does not end with a quotation mark, or has one inside without a backslash",
    pluralCount: {
      text: "Plural forms of '{{key}}': {{count}}, where the header announces {{announced}} (nplurals)",
      advice: 'Give each text with plural forms as many as the header says.',
    },
    pluralHeaderMissing: 'There are texts with plural forms, and the header has no Plural-Forms',
    pluralIdMissing: "'{{key}}' has numbered translations and no msgid_plural",
    pluralSurplus: {
      text: "Plural forms of '{{key}}': {{count}}, where the header announces {{announced}} (nplurals)",
      severity: 'minor',
      certainty: 'likely',
      advice: 'Leave out the forms that are never used, or correct the header.',
    },
    semicolonMissing: "There is no semicolon behind '{{key}}'",
    sourceMissing: "The unit '{{key}}' has no text in the source language",
    timesMissing: "This block has no line with times: '{{text}}'",
    timeSign: 'The times of cue {{key}} have a {{sign}} before the milliseconds, and this format a {{expected}}',
    translationMissing: "The entry '{{key}}' has no line for its translation",
  },
  *check({ model, looked }) {
    const { catalog, segments } = model;
    if (!catalog) return;
    looked({ segments: segments.length });
    for (const { code, data, at } of catalog.problems) yield { messageId: code, data, at };
  },
});
