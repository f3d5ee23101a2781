import type { LanguageIdentifier } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { cld3 } from './cld3.ts';
import { openIdentifier, pairIdentifier } from './identifiers.ts';
import { isHeldByFranc } from './second-voices.ts';

/** Czech that a short text does not part well from Slovak, and Czech that nobody takes for Polish. */
const CLOSE = 'Vyberte soubor a otevřete nové okno, potom zavřete program';
const CLEAR = 'Otevřete nové okno a uložte soubor do počítače ještě dnes';

/** Answers with one language, whatever the text. */
const voice = (language: string, share = 0.9): LanguageIdentifier => ({
  name: `always ${language}`,
  languages: ['sk', 'cs', 'pl', 'br', 'kw', 'fr'],
  identify: () => [{ language, share }],
});

describe('openIdentifier', () => {
  it.each([
    ['nobody else knows better', 'sk', CLOSE, [], 'cs'],
    ['another one agrees', 'sk', CLOSE, [voice('cs')], 'cs'],
    ['another one disagrees, and the lead is close', 'sk', CLOSE, [voice('cs'), voice('sk')], undefined],
    ['another one disagrees, and the lead is clear', 'pl', CLEAR, [voice('pl')], 'cs'],
  ] as const)('where %s', async (_, target, text, brought, expected) => {
    const identifier = await openIdentifier(target, brought);
    expect(await identifier?.foreignLanguage(text, true)).toBe(expected);
  });

  it.each([
    ['one that is sure', [voice('fr')], 'fr'],
    ['one that is not', [voice('fr', 0.6)], undefined],
    ['two that agree on what it is not', [voice('fr'), voice('kw')], 'fr'],
    ['two of which one takes it for the right one', [voice('fr'), voice('br')], undefined],
  ] as const)('of a language that neither eld nor franc knows asks %s', async (_, brought, expected) => {
    const identifier = await openIdentifier('br', brought);
    expect(await identifier?.foreignLanguage(CLEAR, true)).toBe(expected);
    expect([...(identifier?.asked.values() ?? [])]).toEqual(brought.map(() => 1));
  });

  it('knows no language that nothing knows, and asks nobody about what they do not know', async () => {
    expect(await openIdentifier('br')).toBeUndefined();
    expect(await openIdentifier('tlh', [voice('fr')])).toBeUndefined();
    expect((await openIdentifier('de', [voice('fr')]))?.asked.size).toBe(0);
  });

  it('takes no Chinese text without kana for Japanese', async () => {
    const identifier = await openIdentifier('zh');
    expect(
      await identifier?.foreignLanguage('管理自選大小 打印機邊界 新增資料夾 開啟連結 輸出格式 偏好設定 打印範圍 靠左', true),
    ).toBeUndefined();
    const kana = 'このファイルは開けません。名前を変えて保存してから、もう一度プログラムを起動してください。';
    expect(await identifier?.foreignLanguage(kana, true)).toBe('ja');
  });
});

describe('pairIdentifier', () => {
  it('asks those who know both languages where nothing else does, and needs all of them', async () => {
    const both = await pairIdentifier('fr', 'br', [voice('fr')]);
    expect(await both?.(CLEAR)).toBe('source');
    const split = await pairIdentifier('fr', 'br', [voice('fr'), voice('br')]);
    expect(await split?.(CLEAR)).toBeUndefined();
    expect(await pairIdentifier('fr', 'br', [])).toBeUndefined();
  });
});

it('franc is heard for the language that was asked for, and only where it knows both', async () => {
  const text = 'Kan nie die gids kopieer nie, want die lêer bestaan nie meer nie';
  expect(await isHeldByFranc(text, 'af', 'nl')).toBe(true);
  expect(await isHeldByFranc(text, 'nl', 'af')).toBe(false);
  expect(await isHeldByFranc(text, 'br', 'nl')).toBe(false);
});

it('cld3 is there where it is installed, and answers with a language that it knows', async () => {
  const identifier = await cld3();
  expect(await identifier?.identify('Mae swyddfa’r dref yn cyfrif pob prydles newydd ar ddiwedd y mis.')).toEqual([
    { language: 'cy', share: expect.closeTo(1, 1) as number },
  ]);
  expect(await identifier?.identify('')).toEqual([]);
  expect(identifier?.languages).toContain('he');
});
