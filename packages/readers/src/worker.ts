export { collectDelivery, deliveryModel } from './collect/index.ts';
export { kindsOf, lateKindsOf, readTarget } from './target/read-target.ts';
