import { describe, expect, it, test } from 'vitest';
import { sentenceSplitter } from './sentences.ts';

const textsIn = (language: string, text: string): string[] | undefined =>
  sentenceSplitter(language)?.(text).map((sentence) => sentence.text);

describe('sentenceSplitter', () => {
  test.each([
    ['en', 'Dr. Smith met J. R. Jones at 5 p.m. on Monday. They ate. The sea was calm.', 3],
    ['en', 'It flows into the Black Sea. The study of it is old.', 2],
    ['de', 'Das Treffen ist am 3. Oktober, z. B. im Rathaus. Es beginnt um neun.', 2],
    ['de', 'Vgl. Abs. 3 der Satzung. Sie gilt seit 2004. Davor galt nichts.', 3],
    ['ru', 'Дом стоит на ул. Ленина. Он построен в 1904 году.', 2],
    ['zh', '这座塔很高。你可以上去吗？可以！', 3],
    ['ko', '비가 왔다. 그래서 집에 갔다.', 2],
    ['hi', 'यह घर बड़ा है। वह पुराना है।', 2],
    ['en', 'The first line goes\non here. The second\nsentence too.', 2],
    ['en', 'No point at the end\n\nAnd a new paragraph', 2],
    ['en', '...', 0],
  ] as const)('%s: %s', (language, text, count) => {
    expect(textsIn(language, text)).toHaveLength(count);
  });

  it('says where each stands, without the spaces around it', () => {
    const text = '  One is here.  Two is `there`. ';
    const sentences = sentenceSplitter('en')?.(text, text.replace('`there`', '\uFFFC'.repeat(7))) ?? [];
    expect(sentences.map(({ text: own, offset }) => [own, text.slice(offset, offset + own.length)])).toEqual([
      ['One is here.', 'One is here.'],
      ['Two is `there`.', 'Two is `there`.'],
    ]);
    expect(sentences[1]?.prose).toBe('Two is \uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC.');
  });

  it('does not know Thai, whose sentences have no sign at their end', () => {
    expect(sentenceSplitter('th-TH')).toBeUndefined();
  });
});
