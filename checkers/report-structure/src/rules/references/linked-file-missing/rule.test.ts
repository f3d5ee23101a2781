import { testRule } from '@preflag/testing/rule-tester';
import { linkedFileMissingPlant } from './plant.ts';
import { linkedFileMissing } from './rule.ts';

const files = (text: string, ...others: readonly string[]): { files: Record<string, string> } => ({
  files: { 'docs/report.md': `${text}\n`, ...Object.fromEntries(others.map((path) => [path, 'x'])) },
});

testRule(linkedFileMissing, {
  plant: linkedFileMissingPlant,
  valid: [
    {
      name: 'addresses, anchors, and what a site has',
      example: files(
        '[a](https://a.org/x.pdf) [b](#b) [c](mailto:c@d.org) [d](/guide.html) [e](guide/start) [f](//a.org/x.js) [g]({{ site.url }}/x.pdf)',
      ),
    },
    { name: 'a path with a space and a query', example: files('[a](my%20data.csv?raw=1#L3) [b](<my data.csv>)', 'docs/my data.csv') },
    { name: 'a file in the folder above', example: files('[a](../data.csv)', 'data.csv') },
    { name: 'the page that a text becomes', example: files('[a](other.html)', 'docs/other.md') },
    { name: 'a path in code', example: files('`[a](data.csv)`') },
  ],
  invalid: [
    {
      name: 'missing, spelled otherwise, of the machine',
      example: files(
        '[a](lost.csv) [b](DATA.csv) ![c](../lost.png) [d](C:\\\\tmp\\\\x.csv) [e](/mnt/data/x.csv) [f](file:///home/a/x.csv)',
        'docs/data.csv',
      ),
      findings: [
        { messageId: 'missing', message: "The link 'a' leads to lost.csv, which is not among the delivered files", certainty: 'likely' },
        { messageId: 'machine' },
        { messageId: 'machine' },
        { messageId: 'machine' },
        { messageId: 'picture' },
        { messageId: 'spelled', message: 'The link leads to DATA.csv, and the file is called docs/data.csv' },
      ],
    },
  ],
});
