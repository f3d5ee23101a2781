import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const foreignPunctuationPlant: Plant = definePlant({
  rule: 'translation/foreign-punctuation',
  clean: () =>
    messagePair(
      { a: 'If the file is full, delete it.', b: 'If it is open, close it.', c: 'If it is new, keep it.', d: 'If not, ask.' },
      { a: '如果文件已满，请将其删除。', b: '如果已打开，请将其关闭。', c: '如果是新文件，请保留。', d: '否则，请询问。' },
      'zh-CN',
    ),
  ways: {
    'a comma of half width': plantInTranslation('slip', (text) => text.replace('已满，', '已满,')),
    'all stops of half width': plantInTranslation('habit', (text) => text.replaceAll('。', '.')),
  },
});
