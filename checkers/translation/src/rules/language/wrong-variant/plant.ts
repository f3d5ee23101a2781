import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const wrongVariantPlant: Plant = definePlant({
  rule: 'translation/wrong-variant',
  clean: () => messagePair({ a: 'Translate this document.', b: 'Open the door.' }, { a: '翻譯這份文件。', b: '請開門。' }, 'zh-Hant'),
  ways: { 'a message in simplified characters': plantInTranslation('script', (text) => text.replace('翻譯這份文件', '翻译这份文件')) },
});
