import type { RuleContext } from '@preflag/core';

/** Whether the format says what a heading is; where it does not, that is said to be not checked. */
export function tellsHeadings({ model, notChecked }: Pick<RuleContext<'document'>, 'model' | 'notChecked'>): boolean {
  const { pdf } = model.parts;
  const isTold = pdf ? pdf.isTagged || pdf.hasOutline : model.format !== 'text';
  if (!isTold)
    notChecked(
      'format',
      pdf ? 'A pdf without tags and outline does not say what is a heading.' : 'Plain text does not say what is a heading.',
    );
  return isTold;
}
