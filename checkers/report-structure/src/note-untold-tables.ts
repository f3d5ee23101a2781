import type { RuleContext } from '@preflag/core';

/** Says that tables were not looked at where the file does not say what is one, as plain text and a pdf without tags. */
export function noteUntoldTables({ model, notChecked }: Pick<RuleContext<'document'>, 'model' | 'notChecked'>): void {
  if (model.parts.tables === undefined) notChecked('format', `This ${model.format} file does not say what is a table.`);
}
