export { checker } from '@preflag/checker-report-structure';
