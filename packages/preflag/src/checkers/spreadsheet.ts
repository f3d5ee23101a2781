export { checker } from '@preflag/checker-spreadsheet';
