import type { ContentType } from '@preflag/core';

/** Formats whose texts look like any other text for long: their names count where the start does not contradict them. */
const BY_EXTENSION: Readonly<Record<string, { readonly type: ContentType; readonly shape: RegExp }>> = {
  '.po': { type: 'po', shape: /^\s*(?:#|msgid\b|msgctxt\b|$)/ },
  '.pot': { type: 'po', shape: /^\s*(?:#|msgid\b|msgctxt\b|$)/ },
  '.properties': { type: 'properties', shape: /[=:]|^\s*[#!]/m },
  '.strings': { type: 'ios-strings', shape: /^\s*(?:\/\*|\/\/|["\w])/ },
  '.xcstrings': { type: 'xcstrings', shape: /^\s*\{/ },
  '.srt': { type: 'srt', shape: /-->|^\s*\d+\s*$/m },
  '.vtt': { type: 'vtt', shape: /^WEBVTT|-->/m },
};

/** How each begins, under any name. */
const SHAPES: readonly (readonly [type: ContentType, shape: RegExp])[] = [
  ['vtt', /^WEBVTT(?:[ \t].*)?(?:\r?\n|$)/],
  ['srt', /^\d{1,6}[ \t]*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{1,3} --> \d{1,3}:\d\d:\d\d[,.]\d{1,3}/],
  [
    'po',
    /^(?:#.*\r?\n|[ \t\r]*\n)*(?:msgctxt[ \t]+".*\r?\n)?msgid[ \t]+".*"\r?\n(?:".*\r?\n)*(?:msgid_plural[ \t]+".*\r?\n(?:".*\r?\n)*)?msgstr(?:\[0\])?[ \t]+"/,
  ],
  ['ios-strings', /^(?:\/\*[^*]{0,500}\*\/\s*|\/\/.*\s*)*"[^"\n]{1,500}"\s*=\s*"[^"\\]{0,2000}(?:\\.[^"\\]{0,2000}){0,200}"\s*;/],
];

/** The format of a text of localisation: by how it begins (`start` is trimmed), else by its name; `undefined` for other texts. */
export function localisationType(start: string, extension: string): ContentType | undefined {
  if (/^<(?!!doctype\s+html)/i.test(start)) return xmlFormat(start);
  const named = BY_EXTENSION[extension];
  if (named?.shape.test(start)) return named.type;
  if (start.startsWith('{')) return extension !== '.json' && isStringCatalogue(start) ? 'xcstrings' : undefined;
  return SHAPES.find(([, shape]) => shape.test(start))?.[0];
}

function xmlFormat(start: string): ContentType | undefined {
  const root = start.replace(/^(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>[]*(?:\[[^\]]*\][^>]*)?>)*/is, '');
  if (/^<(?:\w+:)?xliff(?=[\s>])/.test(root)) return 'xliff';
  if (/^<tmx(?=[\s>])/.test(root)) return 'tmx';
  // Without any text yet, it is a translation in which everything is missing.
  const isEmpty = /^<resources(?:\s[^<>]*)?(?:\/>|>\s*<\/resources>)\s*$/.test(root);
  const hasTexts = /^<resources(?=[\s/>])/.test(root) && /<(?:string|plurals|string-array)(?=[\s>])/.test(root);
  return isEmpty || hasTexts ? 'android-strings' : undefined;
}

function isStringCatalogue(start: string): boolean {
  return /"sourceLanguage"\s*:\s*"/.test(start) && /"strings"\s*:\s*\{/.test(start);
}
