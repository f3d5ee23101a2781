import type { DocxBlock, Example } from '@preflag/testing';
import { reportOf } from './report-plants.ts';

const SALES =
  'Region,Quarter,Revenue (EUR),Units\nNorth,Q1,1200.50,310\nNorth,Q2,1450.25,352\nSouth,Q1,830.75,204\nSouth,Q2,915.00,229\nWest,Q1,415.10,97\nWest,Q2,388.40,90\n';

/** A report on sales with the data that it is written on. */
export async function salesReport(...blocks: readonly DocxBlock[]): Promise<Example> {
  const { files } = await reportOf('# Sales by region', ...blocks);
  return {
    files,
    beside: { 'sales.csv': SALES },
    job: { deliverables: Object.keys(files).map((path) => ({ path, data: ['sales.csv'] })) },
  };
}

/** The same in markdown alone. */
export function salesMarkdown(text: string): Example {
  return {
    files: { 'report.md': text },
    beside: { 'sales.csv': SALES },
    job: { deliverables: [{ path: 'report.md', data: ['sales.csv'] }] },
  };
}
