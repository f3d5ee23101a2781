export { checker } from '@preflag/checker-data-update';
