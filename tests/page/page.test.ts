import { readFile } from 'node:fs/promises';
import { reportHash, type Finding, type Report } from '@preflag/core';
import { parseDecisions } from '@preflag/core/decisions';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { renderHtml } from 'preflag';
import { afterAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { openPage } from './open-page.ts';
import { HOSTILE, pageFinding, pageReport } from './page-reports.ts';

const launched = await launchBrowser();
if ('missing' in launched) process.stderr.write(`The tests of the html report are skipped: ${launched.missing}\n`);
const browser = launched as Browser;
const browserTests = 'missing' in launched ? describe.skip : describe;

afterAll(async () => {
  if (!('missing' in launched)) await launched.close();
});

const OPEN_ALL = 'for (const details of document.querySelectorAll("details")) details.open = true';

const REPORT: Report = pageReport([
  ...Array.from({ length: 8 }, (_, index) => pageFinding(index + 2, { group: 'errors in B' })),
  pageFinding(20, { severity: 'minor', certainty: 'hint', rule: 'spreadsheet/long-formula', message: 'The formula in B20 is long' }),
  pageFinding(21, {
    rule: 'translation/number-changed',
    certainty: 'likely',
    file: 'report.de.md',
    message: 'The translation says 629.308 where the source says 62,930.8',
    evidence: { excerpt: '629.308', found: '629.308', expected: '62,930.8', hash: '' },
    surroundings: {
      kind: 'pair',
      source: 'Revenue was 62,930.8 euros.',
      target: 'Der Umsatz betrug 629.308 Euro.',
      at: [18, 25],
      sourceAt: [[12, 20]],
    },
  }),
  pageFinding(22, {
    rule: 'formatting/placeholder-text',
    severity: 'important',
    file: 'report.de.md',
    message: "'[Your Name]' is a placeholder",
    surroundings: { kind: 'text', before: 'Prepared by ', text: '[Your Name]', after: '.' },
  }),
  pageFinding(23, { message: 'B23 was accepted', ignored: { reason: 'kept on request', from: 'job' } }),
  pageFinding(24, { message: 'B24 was there before', origin: 'inherited' }),
]);
const MARKUP = renderHtml([REPORT], '0.1.0');

/** The messages of the cards that can be seen. */
async function seen(page: Page): Promise<readonly string[]> {
  return page.locator('[data-card]:visible .message').allTextContents();
}

/** The file that the page saves, parsed. */
async function saved(page: Page): Promise<ReturnType<typeof parseDecisions>> {
  await page.getByRole('button', { name: 'Save decisions' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save decisions.json' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('decisions.json');
  return parseDecisions(await readFile(await file.path(), 'utf8'), 'decisions.json');
}

/** Findings that say a text wherever one can stand, with each kind of surroundings; one of them is accepted. */
function hostileFindings(text: string, number: number): readonly Finding[] {
  const more: Partial<Finding> = {
    message: text,
    file: text,
    place: `${text} › ${text}`,
    why: text,
    advice: text,
    evidence: { excerpt: text, prefix: text, suffix: text, found: text, expected: text, hash: '' },
    related: [{ file: text, location: { kind: 'file' }, label: text }],
    fixes: [{ label: text, safety: 'ask', edits: [{ file: text, location: { kind: 'file' }, from: text, to: text }] }],
  };
  const rows = [{ number: 1, isHeader: false, cells: [text] }];
  return [
    pageFinding(number, {
      ...more,
      surroundings: { kind: 'text', before: text, text, after: text },
      ignored: { reason: text, from: 'job' },
    }),
    pageFinding(number + 1, { ...more, severity: 'minor', surroundings: { kind: 'pair', source: text, target: text } }),
    pageFinding(number + 2, {
      ...more,
      surroundings: { kind: 'grid', sheet: text, columns: [text], rows, hit: { rows: [0, 0], columns: [0, 0] } },
    }),
  ];
}

browserTests('the html report', () => {
  it('opens from a file, without a request or a violation of its policy', async () => {
    await using opened = await openPage(browser, MARKUP);
    const { page, mishaps } = opened;
    expect(await page.locator('html[data-ready]').count()).toBe(1);
    expect(await page.locator('.verdict-word').textContent()).toBe('This delivery fails');
    expect(await page.locator('[data-card="0-0"] .grid .hit').allTextContents()).toEqual(['#REF!', '#REF!', '#REF!']);
    expect(await page.locator('[data-card="0-0"] .places li').count()).toBe(5);
    expect(mishaps).toEqual([]);
  });

  it('can be read without a script', async () => {
    await using opened = await openPage(browser, MARKUP, { javaScriptEnabled: false });
    const text = (await opened.page.locator('body').textContent()) ?? '';
    for (const words of [
      'This delivery fails',
      'A file: sales.xlsx',
      'B2 shows #REF!',
      'Region 9 (B9)',
      'need JavaScript',
      '1 needs a source',
    ])
      expect(text).toContain(words);
  });

  it('filters, and keeps the filters in its address', async () => {
    await using opened = await openPage(browser, MARKUP);
    const { page } = opened;
    await page.getByLabel('Severity').selectOption('important');
    expect(await seen(page)).toEqual(["'[Your Name]' is a placeholder"]);
    expect(new URL(page.url()).hash).toBe('#severity=important');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Search findings').fill('62,930');
    expect(await seen(page)).toEqual(['The translation says 629.308 where the source says 62,930.8']);
    await page.reload();
    expect(await seen(page)).toEqual(['The translation says 629.308 where the source says 62,930.8']);
    await page.getByLabel('Search findings').fill('');
    await page.getByLabel('Certainty').selectOption('hint');
    expect(await seen(page)).toEqual(['The formula in B20 is long']);
  });

  it('is worked by keys, and not while something is typed', async () => {
    await using opened = await openPage(browser, MARKUP);
    const { page } = opened;
    const first = page.locator('[data-card="0-0"] > details > summary .tag-decision');
    const second = page.locator('[data-card]').filter({ hasText: 'Your Name' }).locator('summary .tag-decision');
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    expect(await first.textContent()).toBe('must fix');
    await page.keyboard.press('u');
    expect(await first.count()).toBe(0);
    await page.keyboard.press('x');
    await page.keyboard.press('2');
    expect(await first.textContent()).toBe('not a problem: acceptable');
    await page.getByLabel('File', { exact: true }).selectOption('report.de.md');
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.keyboard.type('mxu?');
    await page.keyboard.press('Escape');
    expect(await second.textContent()).toBe('note');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Search findings');
  });

  it('saves decisions in their format, keeps them, and warns while they are not saved', async () => {
    await using opened = await openPage(browser, MARKUP);
    const { page, mishaps } = opened;
    const card = page.locator('[data-card="0-0"]');
    await card.getByRole('button', { name: /^Must fix/ }).click();
    await card.getByRole('button', { name: /^no problem: .*Region 3/ }).click();
    await page.keyboard.press('1');
    await page.locator('[data-card]').filter({ hasText: 'Your Name' }).getByLabel('Note').fill('ask the client');
    await page.getByLabel('cannot tell').check();
    expect(await page.locator('.status').textContent()).toContain('not saved yet');
    await page.reload();
    expect(mishaps.filter((mishap) => mishap.startsWith('dialog: beforeunload'))).toHaveLength(1);
    expect(await card.locator('summary .tag-decision').textContent()).toBe('8 of 8 places decided');

    const { reports, seconds } = await saved(page);
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(reports).toHaveLength(1);
    const [own] = reports;
    expect(own).toMatchObject({
      job: 'q3-sales',
      root: 'out',
      hash: reportHash(REPORT),
      criteria: [{ id: 'highest', verdict: 'cannot_tell' }],
    });
    expect(own?.findings).toHaveLength(9);
    expect(own?.findings.filter(({ decision }) => decision === 'must-fix')).toHaveLength(7);
    expect(own?.findings).toContainEqual({
      fingerprint: pageFinding(3).fingerprint,
      rule: 'spreadsheet/error-value',
      file: 'sales.xlsx',
      place: pageFinding(3).place,
      decision: 'not-a-problem',
      reason: 'false-alarm',
    });
    expect(own?.findings.find(({ note }) => note === 'ask the client')?.decision).toBeUndefined();
    expect(await page.locator('.status').textContent()).not.toContain('not saved yet');
    await page.reload();
    expect(mishaps.filter((mishap) => mishap.startsWith('dialog: beforeunload'))).toHaveLength(1);
  });

  it.each(['light', 'dark'] as const)('is accessible: axe finds nothing, %s', async (colorScheme) => {
    for (const width of [1280, 390]) {
      await using opened = await openPage(browser, MARKUP, { colorScheme, viewport: { width, height: 900 } });
      const { page } = opened;
      await page.keyboard.press('j');
      await page.keyboard.press('m');
      await page.evaluate(OPEN_ALL);
      await expect.poll(() => page.locator('[data-card]:not([data-built])').count()).toBe(0);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
      );
      expect(violations).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  });

  it('leaves what a delivery says inert', async () => {
    const findings = HOSTILE.flatMap((text, index) => hostileFindings(text, index * 3));
    const all = HOSTILE.join(' ');
    const report = pageReport(findings, {
      job: all,
      title: all,
      brief: all,
      root: all,
      notices: [{ code: 'rules-off', text: all }],
      asked: [
        {
          deliverable: all,
          demand: 'criterion',
          criterion: all,
          level: 'essential',
          text: all,
          asked: all,
          state: 'open',
          reason: all,
          rules: [],
        },
      ],
      manifest: HOSTILE.map((path) => ({ path, type: 'csv', bytes: 1, sha256: '' })),
    });
    await using opened = await openPage(browser, renderHtml([report, report], '0.1.0'));
    const { page, mishaps } = opened;
    await page.evaluate(OPEN_ALL);
    await expect.poll(() => page.locator('[data-card]:not([data-built])').count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    expect(mishaps).toEqual([]);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('img, base, style:not(head style), meta[http-equiv=refresh], [onload], [onerror]').count()).toBe(0);
    expect((await page.locator('main, .status').allTextContents()).join('')).not.toMatch(/[\u202e\u2066\u0000\u001b]/);
  });

  it('sets texts from right to left apart from the sentence around them, and shows what nobody sees', async () => {
    const found = pageFinding(2, {
      rule: 'translation/inconsistent-translation',
      file: 'ar.json',
      message: "'خزن التعديلات.' is translated differently elsewhere: 'احفظ التغييرات.'",
      place: 'ar.json › كيفية الوصول › paragraph 4',
      related: [
        { file: 'en.json', location: { kind: 'file' }, label: "the source: 'Save the changes.'", is: 'source' },
        { file: 'ar.json', location: { kind: 'file' }, label: "the other translation: 'احفظ التغييرات.'" },
      ],
      surroundings: {
        kind: 'pair',
        source: 'Save the changes. Save them.',
        target: 'خزن\u200b التعديلات.',
        at: [0, 3],
        sourceAt: [
          [0, 4],
          [18, 22],
        ],
        sourceLanguage: 'en',
        targetLanguage: 'ar_EG',
      },
    });
    await using opened = await openPage(browser, renderHtml([pageReport([found])], '0.1.0'));
    const { page } = opened;
    await page.evaluate(OPEN_ALL);
    await expect.poll(() => page.locator('[data-card]:not([data-built])').count()).toBe(0);
    const leftOf = async (text: string, at: number): Promise<number> =>
      (await page.locator('.message bdi, .where bdi, .facts bdi').filter({ hasText: text }).nth(at).boundingBox())?.x ?? -1;
    expect(await leftOf('خزن', 0)).toBeLessThan(await leftOf('احفظ', 0));
    expect(await leftOf('كيفية', 0)).toBeLessThan(await leftOf('paragraph 4', 0));
    expect(await page.locator('.facts dt').allTextContents()).toEqual(['found', 'expected', 'see', 'why', 'do', 'rule']);
    const pair = page.locator('.pair p[dir]');
    expect(await Promise.all((await pair.all()).map((side) => side.getAttribute('lang')))).toEqual(['en', 'ar-EG']);
    expect(await pair.first().locator('mark').allTextContents()).toEqual(['Save', 'Save']);
    expect(await pair.last().locator('.escape').allTextContents()).toEqual(['\\u200b']);
    expect(await page.evaluate('getComputedStyle(document.querySelectorAll(".pair p[dir]")[1]).direction')).toBe('rtl');
  });

  it('shows one of several deliveries at a time', async () => {
    const other = pageReport([], { job: 'empty', root: 'other' });
    await using opened = await openPage(browser, renderHtml([REPORT, other], '0.1.0', { unchecked: 3 }));
    const { page } = opened;
    expect(await page.locator('.banner').first().textContent()).toBe('3 deliveries were not checked: the call was interrupted.');
    expect(await page.locator('[data-delivery]:visible').count()).toBe(1);
    await page.getByRole('link', { name: 'empty' }).click();
    expect(await page.locator('[data-delivery]:visible').getAttribute('id')).toBe('delivery-1');
    expect(await page.locator('#delivery-1 .findings').textContent()).toContain('The 1 check that ran found nothing. 1 did not run');
    expect(new URL(page.url()).hash).toBe('#delivery=1');
  });

  it('is small and works with 2,000 findings that all differ', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => pageFinding(index + 2));
    const shown = many.map(({ surroundings, ...finding }, index) => (index < 40 && surroundings ? { ...finding, surroundings } : finding));
    const markup = renderHtml([pageReport(shown)], '0.1.0');
    expect(Buffer.byteLength(markup)).toBeLessThan(2_000_000);
    await using opened = await openPage(browser, markup);
    const { page } = opened;
    await page.getByLabel('Search findings').fill('Region 1999 ');
    expect(await seen(page)).toEqual(['B1999 shows #REF!']);
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    expect(await page.locator('.status').textContent()).toContain('1 of 2000 decided');
  });

  it('opens everything on paper', async () => {
    await using opened = await openPage(browser, MARKUP);
    const { page } = opened;
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('[data-card="0-0"] .places li').count()).toBe(8);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.status, .filters').filter({ visible: true }).count()).toBe(0);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
  });
});
