export { collectDelivery, type Collected } from './collect-delivery.ts';
export { deliveryModel } from './delivery-model.ts';
export { packageModel } from './package-model.ts';
