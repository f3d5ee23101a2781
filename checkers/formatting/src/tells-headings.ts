import type { RuleContext } from '@preflag/core';
import { headingsUntold } from '@preflag/readers/headings';

/** Whether it is known what the headings are; where it is not, that is said to be not checked. */
export function tellsHeadings({ model, notChecked }: Pick<RuleContext<'document'>, 'model' | 'notChecked'>): boolean {
  const untold = headingsUntold(model);
  if (untold !== undefined) notChecked('format', untold);
  return untold === undefined;
}
