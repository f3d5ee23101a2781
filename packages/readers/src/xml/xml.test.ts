import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../archive/archive.ts';
import { toFailure } from '../archive/read-error.ts';
import { parseXml } from './parse-xml.ts';
import { readRelationships } from './relationships.ts';

const part = { part: 'xl/a.xml', limits: DEFAULT_LIMITS };

describe('parseXml', () => {
  it('resolves namespaces and passes text and CDATA in order', () => {
    const events: string[] = [];
    parseXml(
      Buffer.from('<x:a xmlns:x="urn:x" xmlns:r="urn:r" r:id="1" id="2">one<b/><![CDATA[<two>]]></x:a>'),
      {
        open: (element) =>
          events.push(
            `<${element.uri}|${element.local} ${element.attribute('id')} ${element.attribute('id', 'urn:r')} ${element.attribute('id', '*')}`,
          ),
        text: (text) => events.push(text),
        close: (element) => events.push(`/${element.local}`),
      },
      part,
    );
    expect(events).toEqual(['<urn:x|a 2 1 1', 'one', '<|b undefined undefined undefined', '/b', '<two>', '/a']);
  });

  it.each<[string, Buffer]>([
    ['utf-8 with a byte order mark', Buffer.from('\uFEFF<a>ä€</a>')],
    ['utf-16le', Buffer.from('\uFEFF<a>ä€</a>', 'utf16le')],
    ['utf-16le without a mark', Buffer.from('<a>ä€</a>', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFF<a>ä€</a>', 'utf16le').swap16()],
    ['windows-1252 as declared', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\u00e4\u0080</a>', 'latin1')],
    ['utf-8 that claims to be utf-16', Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>ä€</a>')],
  ])('decodes %s', (_name, bytes) => {
    let text = '';
    parseXml(bytes, { text: (piece) => void (text += piece) }, part);
    expect(text).toBe('ä€');
  });

  it.each<[string, string | Buffer, object]>([
    [
      'broken XML',
      '<a>\n<b></a>',
      {
        kind: 'corrupt',
        text: 'The part xl/a.xml is not well-formed XML at line 2: unexpected close tag.',
        place: { kind: 'part', name: 'xl/a.xml' },
      },
    ],
    ['XML that breaks off', '<a><b>', { kind: 'corrupt', text: expect.stringContaining('unclosed tag') }],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', { kind: 'corrupt', text: expect.stringContaining('DOCTYPE') }],
    ['an unknown entity', '<a>&b;</a>', { kind: 'corrupt' }],
    ['elements nested too deep', '<a>'.repeat(300), { kind: 'limit', limit: 'xmlDepth' }],
    ['bytes of another encoding', Buffer.from('<a>\u00e4</a>', 'latin1'), { kind: 'encoding', text: expect.stringContaining('not utf-8') }],
    ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><a/>', { kind: 'encoding', text: expect.stringContaining('klingon') }],
  ])('refuses %s', (_name, bytes, failure) => {
    expect(failureOf(() => parseXml(Buffer.from(bytes), {}, part))).toMatchObject(failure);
  });
});

describe('readRelationships', () => {
  it('resolves targets inside the package', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xml-'));
    const path = join(folder, 'a.zip');
    const link = (id: string, type: string, target: string, mode = ''): string =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
    writeFileSync(
      path,
      zipSync({
        'xl/_rels/workbook.xml.rels': Buffer.from(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
            link('1', 'worksheet', 'worksheets/sheet1.xml'),
            link('2', 'styles', '/xl/styles.xml'),
            link('3', 'image', '../media\\a%20b.png'),
            link('4', 'hyperlink', 'https://example.org/%20', ' TargetMode="External"'),
            link('5', 'image', '../../../x.png'),
          ].join('')}</Relationships>`,
        ),
        'media/a b.png': new Uint8Array(1),
      }),
    );
    const opened = await openArchive(path, DEFAULT_LIMITS);
    if (!opened.ok) throw new Error(opened.failure.text);
    const found = await readRelationships(opened.archive, '/xl/workbook.xml', DEFAULT_LIMITS);
    expect([...found.values()].map(({ type, target, external }) => [type, target, external])).toEqual([
      ['worksheet', 'xl/worksheets/sheet1.xml', false],
      ['styles', 'xl/styles.xml', false],
      ['image', 'media/a b.png', false],
      ['hyperlink', 'https://example.org/%20', true],
      ['image', 'x.png', false],
    ]);
    expect(await readRelationships(opened.archive, '', DEFAULT_LIMITS)).toEqual(new Map());
    await opened.archive.close();
    rmSync(folder, { recursive: true });
  });
});

function failureOf(run: () => void): unknown {
  try {
    run();
  } catch (thrown) {
    return toFailure(thrown);
  }
  return undefined;
}
