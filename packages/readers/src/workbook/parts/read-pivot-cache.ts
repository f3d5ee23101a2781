import { parseRange } from '@preflag/core';
import type { Archive } from '../../archive/archive.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import type { PivotCache, PivotField } from '../parts-model.ts';
import { unescapeText } from './unescape-text.ts';

/** A field that lists more different texts is not compared. */
const MOST_TEXTS = 20_000;

interface FieldDraft {
  readonly name: string;
  derived: boolean;
  texts: string[] | undefined;
  numbers: { readonly min: number; readonly max: number } | undefined;
}

/** Reads what a pivot cache knows of its source (ECMA-376-1, 18.10.1.67). @throws ReadError when the part is damaged */
export async function readPivotCache(archive: Archive, part: XmlPart): Promise<PivotCache> {
  const fields: FieldDraft[] = [];
  let cache: Omit<PivotCache, 'fields' | 'source'> = { part: part.part, refreshOnLoad: false };
  let source: PivotCache['source'];
  let isShared = false;
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        const field = fields.at(-1);
        switch (element.local) {
          case 'pivotCacheDefinition': {
            const records = element.attribute('recordCount');
            const refreshOnLoad = isOn(element.attribute('refreshOnLoad')) || isOn(element.attribute('invalid'));
            cache = { ...cache, refreshOnLoad, ...(records !== undefined && { records: Number(records) }) };
            break;
          }
          case 'worksheetSource':
            if (element.attribute('id', '*') === undefined) source = sourceOf(element);
            break;
          case 'cacheField':
            fields.push({
              name: unescapeText(element.attribute('name') ?? ''),
              derived: element.attribute('formula') !== undefined || element.attribute('databaseField') === '0',
              texts: undefined,
              numbers: undefined,
            });
            break;
          case 'sharedItems':
            isShared = true;
            if (field) startItems(field, element);
            break;
          case 's':
            if (isShared && field?.texts && field.texts.length < MOST_TEXTS) field.texts.push(unescapeText(element.attribute('v') ?? ''));
            break;
          default:
        }
      },
      close({ local }) {
        if (local === 'sharedItems') isShared = false;
      },
    },
    part,
  );
  return {
    ...cache,
    ...(source && { source }),
    fields: fields.map(({ name, derived, texts, numbers }): PivotField => ({
      name,
      derived,
      ...(texts && texts.length > 0 && texts.length < MOST_TEXTS && { texts }),
      ...(numbers && { numbers }),
    })),
  };
}

function startItems(field: FieldDraft, element: XmlElement): void {
  const is = (name: string, otherwise: boolean): boolean => {
    const value = element.attribute(name);
    return value === undefined ? otherwise : isOn(value);
  };
  const hasNumbers = is('containsNumber', false);
  const hasTexts = is('containsString', true);
  const isPlain = !is('containsDate', false) && !is('containsMixedTypes', false);
  if (hasTexts && !hasNumbers && isPlain) field.texts = [];
  const [min, max] = [Number(element.attribute('minValue') ?? Number.NaN), Number(element.attribute('maxValue') ?? Number.NaN)];
  if (hasNumbers && isPlain && Number.isFinite(min) && Number.isFinite(max)) field.numbers = { min, max };
}

function sourceOf(element: XmlElement): NonNullable<PivotCache['source']> {
  const [sheet, name, range] = [element.attribute('sheet'), element.attribute('name'), parseRange(element.attribute('ref') ?? '')];
  return { ...(sheet !== undefined && { sheet }), ...(range && { range }), ...(name !== undefined && { name }) };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
