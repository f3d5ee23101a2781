export { collectDelivery, deliveryModel } from './collect/index.ts';
export { kindsOf, readTarget } from './target/read-target.ts';
