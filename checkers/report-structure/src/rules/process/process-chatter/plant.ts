import { definePlant, textOf, withFile, type Example, type Plant, type Planted } from '@preflag/testing';

export const processChatterPlant: Plant = definePlant({
  rule: 'report-structure/process-chatter',
  clean: () => ({
    files: {
      'report.md':
        '# Rents\n\nRents rose by a tenth.\n\nThey rose most in the south.\n\nThe office counts new leases.\n\nIts next count is in May.\n',
    },
  }),
  ways: {
    'it says that it will search': (clean) => opening(clean, "I'll search for current information about this topic."),
    'it searches': (clean) => opening(clean, 'Let me gather more specific data on rents:'),
    'it has enough': (clean) => opening(clean, 'Now I have enough information to write the report.'),
    'it hands the answer over': (clean) => opening(clean, "Certainly! Here's the report on rents."),
    'in Chinese': (clean) => opening(clean, '让我继续搜索更多关于租金的信息：'),
    'in German': (clean) => opening(clean, 'Lassen Sie mich nach aktuellen Zahlen suchen.'),
    'in the middle': (clean) =>
      edit(clean, (text) => `${text.trimEnd()}\n\nLet me search for one more source.\n\nThe end is near.\n`, {
        messageId: 'inside',
        excerpt: 'Let me search for one more source.',
      }),
    'a farewell': (clean) =>
      edit(clean, (text) => `${text.trimEnd()}\n\nLet me know if you would like a longer version.\n`, {
        messageId: 'leave',
        excerpt: 'Let me know',
      }),
  },
});

function opening(clean: Example, sentence: string): Planted | undefined {
  return edit(clean, (text) => `${sentence}\n\n${text}`, { messageId: 'opening', excerpt: sentence });
}

function edit(clean: Example, change: (text: string) => string, finding: { messageId: string; excerpt: string }): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.md') && !textOf(clean, name).startsWith('---'));
  if (path === undefined) return undefined;
  return { example: withFile(clean, path, change(textOf(clean, path))), findings: [{ ...finding, file: path }] };
}
