export { collectDelivery, deliveryModel, packageModel } from './collect/index.ts';
export { kindsOf, lateKindsOf, readTarget } from './target/read-target.ts';
