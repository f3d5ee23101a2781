import { defineRule, type Problem, type Rule } from '@preflag/core';
import { differences } from '../../../markup/differences.ts';
import { findAddresses, type Address, type AddressKind } from '../../../markup/find-addresses.ts';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

const NAMES: Readonly<Record<AddressKind, string>> = {
  url: 'address',
  email: 'e-mail address',
  path: 'path',
  code: 'code',
  handle: 'handle',
  hashtag: 'hashtag',
  phone: 'telephone number',
  account: 'account number',
  version: 'version or IP address',
  identifier: 'identifier',
};

/**
 * Compares what is an identifier by its shape: addresses, e-mail addresses, paths, file names, codes, UUIDs, IBANs, telephone numbers,
 * versions, IP addresses, options, functions and names in programs, hashtags and handles. The language in an address (/en/, de., ?lang=fr)
 * may change, and so may the grouping of a number.
 * Does not catch: links behind words in documents; addresses that changed places; codes without capitals; acronyms and names such as
 * iPhone, which languages write in their own way (UN, ONU); e-mail addresses at example.com and the like.
 * Known false alarms: addresses, files, hashtags and telephone numbers that were replaced by those of the target's country on purpose.
 */
export const urlChanged: Rule<'bitext'> = defineRule({
  id: 'translation/url-changed',
  title: 'An address, path, code or identifier differs between source and translation',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'The reader lands nowhere, or writes to somebody else.',
  advice: 'Copy it from the source as it stands: {{expected}}.',
  messages: {
    changed: "The translation has the {{what}} '{{found}}' where the source has '{{expected}}'",
    missing: "The {{what}} '{{expected}}' of the source is not in the translation",
    added: {
      text: "The {{what}} '{{found}}' is not in the source",
      severity: 'minor',
      certainty: 'hint',
      advice: 'Take it out, or say why it was added.',
    },
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const { missing, added } = differences(findAddresses(segment.source), findAddresses(segment.target));
      // The same signs at a place that is not read as an address.
      const gone = missing.filter(
        (own) => !stands(own, segment.target) && !isKeyMark(own, segment) && !isKey(own, segment) && !isSample(own),
      );
      const fresh = added.filter((own) => !stands(own, segment.source) && !(own.kind === 'email' && missing.some(isSample)));
      if (gone.length + fresh.length === 0) continue;
      const related = relatedSource(model, segment);
      for (const problem of problemsOf(segment, gone, fresh)) yield { ...problem, related };
    }
  },
});

/** In short labels of programs one underscore marks the key of a letter: Page or_dering. */
function isKeyMark({ text }: Address, segment: TranslatedSegment): boolean {
  return isInterfaceText(segment) && segment.source.length < LONGEST_LABEL && text.split('_').length === 2;
}

const LONGEST_LABEL = 30;

/** Addresses of nobody, at domains that are kept for examples (RFC 2606): translators put words of the language into them. */
function isSample({ kind, text }: Address): boolean {
  return kind === 'email' && /[@.]example\.(?:com|net|org)$/i.test(text);
}

/** Catalogues may hold the key of a text in place of its source: fieldName.endsAt. */
function isKey({ kind }: Address, segment: TranslatedSegment): boolean {
  return kind === 'identifier' && isInterfaceText(segment) && /^[a-z]\w*(?:\.\w+)+$/.test(segment.source.trim());
}

/** As it is; telephone numbers in any grouping, with the code of their country or without. */
function stands({ kind, text, key }: Address, other: string): boolean {
  if (other.includes(text)) return true;
  return kind === 'phone' && other.replace(/\D/g, '').includes(key.replace('phone ', '').slice(-LOCAL_DIGITS));
}

/** Of a telephone number, without the codes of country and town that one side may leave out. */
const LOCAL_DIGITS = 9;

function* problemsOf({ id }: TranslatedSegment, missing: readonly Address[], added: readonly Address[]): Generator<Problem> {
  const open = [...added];
  for (const { kind, text } of missing) {
    const index = open.findIndex((other) => other.kind === kind);
    const [other] = index < 0 ? [] : open.splice(index, 1);
    yield {
      messageId: other ? 'changed' : 'missing',
      data: { what: NAMES[kind], expected: text, ...(other && { found: other.text }) },
      at: other ? placeOf(other, id) : { kind: 'segment', id },
      key: `${id} ${text}`,
    };
  }
  // A text may well name a function or a tag where the source says it in words.
  for (const other of open.filter(({ kind }) => kind !== 'identifier' && kind !== 'hashtag'))
    yield { messageId: 'added', data: { what: NAMES[other.kind], found: other.text }, at: placeOf(other, id), key: `${id} ${other.text}` };
}

function placeOf({ offset, text }: Address, id: string): Problem['at'] {
  return { kind: 'segment', id, offset, length: text.length };
}
