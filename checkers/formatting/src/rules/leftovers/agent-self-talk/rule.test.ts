import { testRule } from '@preflag/testing/rule-tester';
import { agentSelfTalkPlant } from './plant.ts';
import { agentSelfTalk } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(agentSelfTalk, {
  plant: agentSelfTalkPlant,
  valid: [
    { name: 'quoted', example: text('The answer began with “As an AI language model, I cannot”, which is no answer.') },
    { name: 'a block quote', example: text('> As an AI language model, I cannot say.') },
    { name: 'code', example: text('The filter drops `As an AI language model, I`.') },
    { name: 'a person', example: text('As an architect, I cannot give legal advice. I do not have personal debts.') },
    { name: 'access by people', example: text('Visitors cannot browse the internet here, as of our last update.') },
  ],
  invalid: [
    {
      name: 'other languages',
      example: text(
        '作为一个人工智能语言模型，我无法提供。\n\nAls KI-Sprachmodell kann ich dazu nichts sagen.\n\nEn tant que modèle de langage, je ne peux pas.',
      ),
      findings: [
        { messageId: 'talk', excerpt: '作为一个人工智能语言模型，我' },
        { messageId: 'talk', excerpt: 'Als KI-Sprachmodell kann ich' },
        { messageId: 'talk', excerpt: 'En tant que modèle de langage, je', certainty: 'certain' },
      ],
    },
    {
      name: 'a text about language models',
      example: text(
        '# ChatGPT and its prompts\n\nLLMs and chatbots such as ChatGPT answer oddly.\n\nAs an AI language model, I cannot say.',
      ),
      findings: [{ messageId: 'mentioned', certainty: 'hint' }],
    },
  ],
});
