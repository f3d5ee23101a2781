import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { placeholderTextPlant } from './plant.ts';
import { placeholderText } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(placeholderText, {
  plant: placeholderTextPlant,
  valid: [
    { name: 'labels of links', example: text('Write to [your name](mailto:a@b.example) or [date][d].\n\n[d]: https://a.example') },
    { name: 'code', example: text('Use `{{name}}` and `[Your Name]`.\n\n```\nTODO: <<X>>\n```') },
    { name: 'a comment of a site generator', example: text('Plan it {% comment %}TODO: a link to [Your Name]{% endcomment %} and do it.') },
    { name: 'a template', example: { files: { 'offer-template.md': '# Offer\n\nDear [Your Name],\n' } } },
    { name: 'a title that says template', example: text('# Template for minutes\n\nDate: [Date]') },
    { name: 'quoted', example: text('Put your name in place of “[Your Name]” and "XX%".') },
    {
      name: 'other brackets',
      example: text('He said [sic] that [the client] pays [1], and inserted [...] later. Size XXL, Super Bowl XX'),
    },
    { name: 'a box to tick', example: text('- [ ] open\n- [x] done') },
    { name: 'todo as a word', example: text('Mi todo es tuyo; the to-do list is empty. See #TODO and @TODO.') },
  ],
  invalid: [
    {
      name: 'made from a template, and still called one',
      example: {
        files: { 'offer.md': '# Offer template\n\nDear [Your Name],\n' },
        beside: { 'offer-template.md': '# Offer template\n\nDear [Your Name],\n' },
        job: { deliverables: [{ path: 'offer.md', template: 'offer-template.md' }] },
      },
      findings: [{ messageId: 'placeholder', excerpt: '[Your Name]' }],
    },
    {
      name: 'a cell and a sentence of a draft',
      example: text('| Item | Price |\n|---|---|\n| Desk | TBD |\n\nSigned: [Date]. TODO: ask <<Client>> for $XX million.'),
      findings: [
        { messageId: 'field', excerpt: 'TBD', certainty: 'likely' },
        { messageId: 'field', excerpt: '[Date]' },
        { messageId: 'template', excerpt: '<<Client>>', message: "The field 'Client' of a template was never filled in" },
        { messageId: 'figure', excerpt: '$XX million', certainty: 'likely' },
        { messageId: 'mark', excerpt: 'TODO', certainty: 'hint' },
      ],
    },
    {
      name: 'a paragraph that is a task',
      example: text('# Outlook\n\nTODO: write this section.'),
      findings: [{ messageId: 'task', message: "'TODO: write this section.' is a task that was never done", certainty: 'likely' }],
    },
    {
      name: 'a Word document',
      example: async () => ({ files: { 'a.docx': await docxOf(['# Letter', 'Dear [Client’s Name],', '- Click here to enter a date.']) } }),
      findings: [
        { messageId: 'placeholder', at: { kind: 'block', index: 1, offset: 5, length: 15 }, certainty: 'certain' },
        { messageId: 'placeholder', message: "'Click here to enter a date' is a placeholder that was never filled in" },
      ],
    },
    {
      name: 'other languages',
      example: text('Mit freundlichen Grüßen, [Ihr Name]\n\n[公司名称]\n\nCliquez ou appuyez ici pour entrer du texte.'),
      findings: [
        { messageId: 'placeholder', excerpt: '[Ihr Name]' },
        { messageId: 'placeholder', excerpt: '[公司名称]' },
        { messageId: 'placeholder', excerpt: 'Cliquez ou appuyez ici' },
      ],
    },
  ],
});
