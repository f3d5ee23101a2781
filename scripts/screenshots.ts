/** Takes the pictures of the html report for the docs: the demo's first attempt, light and dark, wide and narrow. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { agents, renderHtml, run, VERSION } from 'preflag';
import { launchBrowser } from '../tests/lib/browser.ts';

const root = dirname(import.meta.dirname);
const demo = join(root, 'fixtures/jobs/q3-sales');
const images = join(root, 'docs/images');

interface Shot {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
  /** The filters of the page; it is scrolled to the findings then. */
  readonly hash?: string;
}

const WIDE = { width: 1280, height: 960 };
const NARROW = { width: 390, height: 1100 };
const SHOTS: readonly Shot[] = [
  { name: 'report-wide-light', viewport: WIDE, colorScheme: 'light' },
  { name: 'report-wide-dark', viewport: WIDE, colorScheme: 'dark' },
  { name: 'report-narrow-light', viewport: NARROW, colorScheme: 'light' },
  { name: 'report-narrow-dark', viewport: NARROW, colorScheme: 'dark' },
  { name: 'findings-wide-light', viewport: WIDE, colorScheme: 'light', hash: '#file=sales.xlsx' },
];

const { result } = run(join(demo, 'job.yaml'), agents.module(join(demo, 'agents/careless.ts')), { cycles: 0, surroundings: true });
const [attempt] = (await result).attempts;
if (!attempt) throw new Error('The demo made no attempt.');

const browser = await launchBrowser();
if ('missing' in browser) throw new Error(`No pictures: ${browser.missing}`);
const folder = await mkdtemp(join(tmpdir(), 'preflag-page-'));
try {
  const file = join(folder, 'report.html');
  await writeFile(file, renderHtml([{ ...attempt.report, root: 'out' }], VERSION));
  await mkdir(images, { recursive: true });
  for (const { name, hash = '', ...look } of SHOTS) {
    const page = await browser.newPage(look);
    await page.goto(`${pathToFileURL(file).href}${hash}`);
    if (hash !== '') await page.locator('.findings').evaluate('document.querySelector(".findings").scrollIntoView()');
    await page.screenshot({ path: join(images, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
console.log(`The pictures are in ${images}.`);
