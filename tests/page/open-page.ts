import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that was opened from a file, with all that it did unasked. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** Errors, dialogs, requests and what the content security policy refused. */
  readonly mishaps: readonly string[];
}

/** Opens markup as a reader does: from the disk, in a browser of their own. */
export async function openPage(
  browser: Browser,
  markup: string,
  { hash = '', ...options }: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'preflag-page-'));
  const file = join(folder, 'report.html');
  await writeFile(file, markup);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const mishaps: string[] = [];
  page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`));
  page.on('console', (message) => mishaps.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    mishaps.push(`dialog: ${dialog.type()} ${dialog.message()}`);
    void dialog.accept();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) mishaps.push(`request: ${request.url()}`);
  });
  await page.goto(address + hash);
  return {
    page,
    mishaps,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
