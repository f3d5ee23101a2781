import chromium from '@sparticuz/chromium';
import { messageOf } from '@preflag/core';
import { chromium as playwright, type Browser } from 'playwright-core';

/** Those of the package switch off what pages are protected by. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** A browser from npm, or why there is none: on Linux it needs libnss3 beside it, and there is none for other systems. */
export async function launchBrowser(): Promise<Browser | { readonly missing: string }> {
  try {
    return await playwright.launch({ executablePath: await chromium.executablePath(), args: ARGUMENTS, headless: true });
  } catch (error) {
    return { missing: `the browser does not start: ${messageOf(error).split('\n')[0]}` };
  }
}
