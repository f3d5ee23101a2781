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
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [name, width, height] of [
      ['wide', 1280, 1500],
      ['narrow', 390, 1500],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(pathToFileURL(file).href);
      await page.screenshot({ path: join(images, `report-${name}-${colorScheme}.png`) });
      await page.close();
    }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
console.log(`The pictures are in ${images}.`);
