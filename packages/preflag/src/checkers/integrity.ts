export { checker } from '@preflag/checker-integrity';
