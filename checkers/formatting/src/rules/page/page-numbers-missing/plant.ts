import { definePlant, pdfOf, withFile, type Plant } from '@preflag/testing';
import { changeParts, cleanReports } from '../../../document-plants.ts';
import { PDF_PAGE, replacePdf } from '../../../pdf-plants.ts';

/** Word and pdf: markdown has no pages. */
export const pageNumbersMissingPlant: Plant = definePlant({
  rule: 'formatting/page-numbers-missing',
  clean: async () => withFile(await cleanReports(), 'report.pdf', pdfOf({ pages: [PDF_PAGE, PDF_PAGE] })),
  ways: {
    'a long document, in Word': (clean) =>
      changeParts(
        clean,
        (parts) => {
          const app = parts['docProps/app.xml'];
          if (app === undefined) return false;
          parts['docProps/app.xml'] = app
            .replace(/<Pages>.*?<\/Pages>/, '')
            .replace(/<(?:\w+:)?Properties[^>]*?(\/?)>/, (open, closed: string) =>
              closed ? `${open.replace(/\/>$/, '>')}<Pages>9</Pages></Properties>` : `${open}<Pages>9</Pages>`,
            );
          return true;
        },
        [{ messageId: 'none' }],
      ),
    'a long document, in pdf': replacePdf({ pages: Array.from({ length: 6 }, () => PDF_PAGE) }, [{ messageId: 'none' }]),
  },
});
