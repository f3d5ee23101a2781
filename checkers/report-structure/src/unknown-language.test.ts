import { runExample } from '@preflag/testing';
import { expect, it } from 'vitest';
import { rules } from './rules.generated.ts';

const knowing = rules.filter(({ languages }) => languages !== undefined);

it.each(knowing.map((rule) => [rule.id, rule] as const))('%s says that it does not know the language of a text', async (_, rule) => {
  const { checks } = await runExample([rule], {
    files: {
      'a.md':
        '# Raport\n\nSprzedaż, która wzrosła w drugim kwartale, jest jak nigdy. Nie ma tabeli.\n\n| Region | Kwota |\n|---|---|\n| A | 1 |\n| B | 2 |\n',
    },
    job: { deliverables: [{ path: 'a.md', language: 'pl' }] },
  });
  expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code: 'language' } }]);
});
