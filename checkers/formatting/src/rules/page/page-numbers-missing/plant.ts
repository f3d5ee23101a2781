import { bytesOf, definePlant, editParts, pdfOf, withFile, type Example, type Parts, type Plant } from '@preflag/testing';
import { changeParts, cleanReports } from '../../../document-plants.ts';
import { PDF_PAGE, replacePdf } from '../../../pdf-plants.ts';

/** Word and pdf: markdown has no pages. */
export const pageNumbersMissingPlant: Plant = definePlant({
  rule: 'formatting/page-numbers-missing',
  clean: shortReports,
  ways: {
    'a long document, in Word': (clean) => changeParts(clean, (parts) => countPages(parts, 9), [{ messageId: 'none' }]),
    'a long document, in pdf': replacePdf({ pages: Array.from({ length: 6 }, () => PDF_PAGE), isTagged: false }, [{ messageId: 'none' }]),
  },
});

/** A Word document of two pages, as Word counts them, and a pdf of as many. */
async function shortReports(): Promise<Example> {
  const clean = withFile(await cleanReports(), 'report.pdf', pdfOf({ pages: [PDF_PAGE, PDF_PAGE] }));
  const counted = editParts(bytesOf(clean, 'letter.docx'), (parts) => countPages(parts, 2));
  return counted ? withFile(clean, 'letter.docx', counted) : clean;
}

/** Writes down how many pages there are, as the program that saves a file does. */
function countPages(parts: Parts, pages: number): boolean {
  const app = parts['docProps/app.xml']?.replace(/<Pages>\d*<\/Pages>/, '');
  if (app === undefined) return false;
  const count = `<Pages>${pages}</Pages>`;
  parts['docProps/app.xml'] = app.replace(/<Properties([^>]*?)(?:\/>|>)/, (open, names: string) =>
    open.endsWith('/>') ? `<Properties${names}>${count}</Properties>` : `${open}${count}`,
  );
  return true;
}
