import type { PackageModel } from '@preflag/core';

/** The model for rules over portable facts of all files. */
export function packageModel(parts: Omit<PackageModel, 'kind' | 'file' | 'describe'>): PackageModel {
  return { ...parts, kind: 'package', file: '.', describe: () => ({ place: '', anchor: '' }) };
}
