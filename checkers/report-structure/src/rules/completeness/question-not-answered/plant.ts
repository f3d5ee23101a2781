import { definePlant, type Example, type Plant, type Planted } from '@preflag/testing';
import { reportOf } from '../../../report-plants.ts';

export const questionNotAnsweredPlant: Plant = definePlant({
  rule: 'report-structure/question-not-answered',
  clean: () => asking('Which region grew fastest?', 'The north was the fastest of all regions, it grew by a tenth.'),
  ways: {
    'another text stands there, in markdown': (clean) => replaced(clean, 'report.md'),
    'another text stands there, in a Word document': (clean) => replaced(clean, 'report.docx'),
  },
});

async function asking(question: string, answer: string): Promise<Example> {
  const { files } = await reportOf('# Rents', '## Findings', answer);
  const sections = [{ title: 'Findings', questions: [question] }];
  return { files, job: { deliverables: Object.keys(files).map((path) => ({ path, sections })) } };
}

async function replaced(clean: Example, file: string): Promise<Planted | undefined> {
  const other = await asking('', 'Nothing can be said of it.');
  const content = other.files[file];
  if (clean.files[file] === undefined || content === undefined || clean.job === undefined) return undefined;
  return { example: { ...clean, files: { ...clean.files, [file]: content } }, findings: [{ messageId: 'words', file }] };
}
