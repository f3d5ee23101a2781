export { checker } from '@preflag/checker-formatting';
