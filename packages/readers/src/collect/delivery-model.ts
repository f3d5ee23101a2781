import type { DeliveryModel } from '@preflag/core';

/** The model of a whole delivery, for the rules on what was handed in. */
export function deliveryModel(parts: Omit<DeliveryModel, 'kind' | 'file' | 'describe'>): DeliveryModel {
  return {
    ...parts,
    kind: 'manifest',
    file: '.',
    describe: (at) => ({ place: '', anchor: at.kind === 'part' ? at.name : '' }),
  };
}
