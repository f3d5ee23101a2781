import type { Json } from '@preflag/core';

/** Where the text of a message stands, beside what is said about it. */
const TEXTS = ['message', 'defaultMessage', 'string'] as const;
/** What developers tell translators. */
const REMARKS: ReadonlySet<string> = new Set([
  'description',
  'comment',
  'developer_comment',
  'context',
  'character_limit',
  'placeholders',
  'meaning',
  'notes',
]);
/** Fewer may be a section of texts that are called message and description. */
const FEWEST = 2;

/**
 * True for a file whose messages are objects of a text and remarks, as extensions of browsers, FormatJS, Docusaurus and Transifex write them:
 * `{"key": {"message": "Text", "description": "Where it stands"}}`.
 */
export function hasMessageEntries(value: Json): boolean {
  const all = isObject(value) ? Object.values(value) : [];
  return all.length >= FEWEST && all.every((one) => textKeyOf(one) !== undefined) && all.some(hasRemark);
}

/** The key of the text in such a message; `undefined` for other values. */
export function textKeyOf(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const text = TEXTS.find((key) => typeof value[key] === 'string');
  return text !== undefined && Object.keys(value).every((key) => key === text || REMARKS.has(key)) ? text : undefined;
}

/** True for a message with a list of comments, as extensions of VS Code have them beside plain texts. */
export function hasComments(value: Json | undefined): boolean {
  return isObject(value) && Array.isArray(value['comment']) && textKeyOf(value) !== undefined;
}

function hasRemark(value: Json): boolean {
  return isObject(value) && Object.keys(value).length > 1;
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
