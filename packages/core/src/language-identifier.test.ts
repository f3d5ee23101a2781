import { describe, expect, it } from 'vitest';
import { askIdentifier, defineLanguageIdentifier, type LanguageIdentifier } from './language-identifier.ts';

const identifier: LanguageIdentifier = { name: 'own', languages: ['br', 'pt-BR'], identify: () => [{ language: 'br', share: 0.9 }] };

describe('defineLanguageIdentifier', () => {
  it('returns what it is given', () => {
    expect(defineLanguageIdentifier(identifier)).toBe(identifier);
  });

  it.each([
    [{ name: '' }, "The language identifier without a name needs a 'name'."],
    [{ languages: [] }, "The language identifier own needs 'languages', a list of tags such as cy or pt-BR."],
    [{ languages: ['Breton language'] }, "'languages'"],
    [{ identify: 'br' }, "The language identifier own needs a function 'identify'."],
  ])('refuses %j', (part, message) => {
    expect(() => defineLanguageIdentifier({ ...identifier, ...part } as LanguageIdentifier)).toThrow(message);
  });
});

describe('askIdentifier', () => {
  it.each([[[]], [[{ language: 'br', share: 1 }]]])('takes %j', async (answer) => {
    await expect(askIdentifier({ ...identifier, identify: () => Promise.resolve(answer) }, 'x')).resolves.toEqual(answer);
  });

  it.each([undefined, 'br', [{ language: 'br' }], [{ language: 'br', share: 87 }], [{ language: '', share: 0.5 }], [null]])(
    'does not take %j for a text that says nothing',
    async (answer) => {
      await expect(askIdentifier({ ...identifier, identify: () => answer as never }, 'x')).rejects.toThrow(
        'The language identifier own answered',
      );
    },
  );
});
