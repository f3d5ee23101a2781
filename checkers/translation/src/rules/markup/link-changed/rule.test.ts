import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { linkChangedPlant } from './plant.ts';
import { linkChanged } from './rule.ts';

testRule(linkChanged, {
  plant: linkChangedPlant,
  valid: [
    {
      name: 'addresses and files in another language',
      example: documentPair(
        '[a](https://en.a.example/x) [b](docs/b.md) [c](./c/en/d.html)',
        '[a](https://de.a.example/x) [b](docs/b.de.md) [c](c/de/d.html)',
      ),
    },
    { name: 'a place within the page', example: documentPair('[a](x.md#first) [b](#second)', '[a](x.md#erstens) [b](#zweitens)') },
    { name: 'the same link twice', example: documentPair('The [a](x.md).', 'Das [a](x.md), ja [a](x.md).') },
    { name: 'a message', example: messagePair('See [a](x.md)', 'Siehe a') },
  ],
  invalid: [
    {
      name: 'a link to another page, where it stands',
      example: documentPair('See [here](https://a.example/one/two).', 'Siehe [hier](https://a.example/one).'),
      findings: [
        {
          messageId: 'changed',
          certainty: 'likely',
          message: "The link 'hier' leads to https://a.example/one, where the source leads to https://a.example/one/two",
          excerpt: 'hier',
        },
      ],
    },
  ],
});
