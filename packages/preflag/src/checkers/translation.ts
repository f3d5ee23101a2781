export { checker } from '@preflag/checker-translation';
