import { DEFAULT_LIMITS } from '@preflag/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFailure } from '../archive/read-error.ts';
import { parseText, xmlWriter, type XmlHandlers } from './parse-xml.ts';
import { scanXml } from './scan-xml.ts';

const part = { part: 'word/a.xml', limits: { ...DEFAULT_LIMITS, xmlDepth: 6 } };

describe('scanXml', () => {
  it.each<[string, string]>([
    ['a declaration', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<a/>\n'],
    [
      'namespaces, the inner ones over the outer ones',
      '<w:a xmlns:w="urn:1" w:x="1" x="2"><w:a xmlns:w="urn:2" w:x="1"/><w:a w:x="1"/></w:a>',
    ],
    ['a default namespace, and none again', '<a xmlns="urn:1"><b/><c xmlns=""><d e="1"/></c><b/></a>'],
    [
      'start tags written alike in several scopes',
      '<a><b xmlns="urn:1"><c/></b><c/><b xmlns="urn:2"><c/></b><b xmlns="urn:1"><c/></b></a>',
    ],
    ['references', '<a b="&lt;&#x41;&#10;&amp;amp;">&quot;&#128512;&apos;&gt;</a>'],
    ['white space and line ends', '<a  b = "1"\n c="1\t2\r\n3\r4"\n>\r\n \r<b />\t</a >'],
    ['names of other letters', '<ä>ö</ä>'],
    ['a bracket in an attribute', '<a b=">"/>'],
    ['comments, CDATA and instructions', '<?xml version="1.0"?><!-- 1 --><a>x<!-- 2 -->y<![CDATA[<z>]]><?p i?></a><!-- 3 -->'],
    ['a mark at the start', '\uFEFF<a/>'],
    ['white space at the start', ' \n<a/>'],
    ['version 1.1', '<?xml version="1.1"?><a>\u0085</a>'],
    ['xml:space and a prefix that is bound to itself', '<a xml:space="preserve" xmlns:xml="http://www.w3.org/XML/1998/namespace"/>'],
  ])('reads %s as the parser does', (_name, xml) => {
    const { events, failure } = ofParser(xml);
    expect(ofBoth(xml)).toEqual({ events, failure });
    expect(failure).toBeUndefined();
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['text only', 'a'],
    ['no end', '<a><b></b>'],
    ['another end', '<a></b>'],
    ['an end that is longer', '<a></aa>'],
    ['two roots', '<a/><b/>'],
    ['text behind the root', '<a/>b'],
    ['text before the root', '<?xml version="1.0"?>b<a/>'],
    ['a declaration in the middle', '<a><?xml version="1.0"?></a>'],
    ['a declaration out of order', '<?xml encoding="utf-8" version="1.0"?><a/>'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute twice by its namespace', '<a xmlns:p="urn:1" xmlns:q="urn:1" p:b="1" q:b="2"/>'],
    ['a prefix that is bound outside only', '<a><b xmlns:p="urn:1"/><p:c/></a>'],
    ['a prefix of an attribute that is not bound', '<a p:b="1"/>'],
    ['a prefix bound to nothing', '<a xmlns:p=""/>'],
    ['the prefix xml bound to something', '<a xmlns:xml="urn:1"/>'],
    ['a prefix bound to the namespace of xml', '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>'],
    ['an element of the prefix xmlns', '<xmlns:a/>'],
    ['two colons', '<a:b:c xmlns:a="urn:1"/>'],
    ['no white space between attributes', '<a b="1"c="2"/>'],
    ['no quotes', '<a b=1/>'],
    ['no value', '<a b/>'],
    ['< in an attribute', '<a b="<"/>'],
    ['a slash in the middle', '<a / b="1">'],
    ['an unknown reference', '<a>&b;</a>'],
    ['a reference that does not end', '<a>&amp</a>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['a reference to half a character', '<a b="&#xD800;"/>'],
    ['the end of CDATA in text', '<a>]]></a>'],
    ['a control character', '<a>\u0001</a>'],
    ['no character', '<a b="\uFFFF"/>'],
    ['too many open elements', '<a>'.repeat(9)],
  ])('leaves %s to the parser, which refuses it', (_name, xml) => {
    expect(scanXml(xml, {}, part.limits.xmlDepth).isWhole).toBe(false);
    const { events, failure } = ofParser(xml);
    expect(failure).toBeDefined();
    expect(ofBoth(xml)).toEqual({ events, failure });
  });

  it('reads the whole of what programs write', () => {
    fc.assert(
      fc.property(documents(fc.constant('')), (xml) => {
        expect(scanXml(xml, {}, part.limits.xmlDepth).isWhole).toBe(true);
        expect(ofBoth(xml)).toEqual(ofParser(xml));
      }),
      { numRuns: 400 },
    );
  });

  it('and the parser behind it read what is odd or broken as the parser alone does', () => {
    const change = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...ODD));
    fc.assert(
      fc.property(
        fc.oneof(documents(fc.constant('')), documents(fc.constantFrom(...ODD))),
        fc.array(change, { maxLength: 3 }),
        (xml, changes) => {
          const broken = changes
            .reduce((text, [at, length, put]) => {
              const from = at % (text.length + 1);
              return text.slice(0, from) + put + text.slice(from + length);
            }, xml)
            .toWellFormed();
          expect(ofBoth(broken)).toEqual(ofParser(broken));
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

const ODD =
  '~ ~\n~\r~\r\n~\t~<~>~/~</~/>~&~;~&amp;~&#65;~&#x9;~&nbsp;~"~\'~=~:~]]>~!~a~p:~é~\u0000~\uFFFE~\uFEFF~\u{1F600}~<!-- x -->~<![CDATA[ y ]]>~<?z?>~<!DOCTYPE a>~<?xml version="1.0"?>~<a>~</a>~<p:b>~</p:b>~ xmlns="urn:3"~ xmlns:p="urn:4"~ xmlns:p=""~ a="1"~ p:a="1"~ xml:space="preserve"'.split(
    '~',
  );

/** Documents whose elements have names, attributes and namespaces at random, with `odd` between their pieces. */
function documents(odd: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const text = fc.oneof(fc.constantFrom('', ' ', '\n', 'one &amp; two', '“x”', '&#8211;', 'a > b', ']]', '\r\n'), odd);
  const attributes = fc.uniqueArray(fc.constantFrom('a="1"', 'b=""', "p:a='2\"'", 'xml:space="preserve"', 'q:a="&lt;\n&#10;"', 'c="é"'));
  const scope = fc.constantFrom('', '', '', ' xmlns="urn:1"', ' xmlns:q="urn:2"', ' xmlns:p="urn:5"', ' xmlns=""');
  const name = fc.constantFrom('a', 'b', 'p:a', 'p:b', 'q:a', 'r_1.x-y');
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(name, scope, attributes, fc.array(fc.tuple(text, fc.oneof({ depthSize: 'small', maxDepth: 4 }, text, tie('element')))), odd)
      .map(([own, names, all, inside, between]) => {
        const start = `${own}${names}${all.map((one) => ` ${one}`).join('')}`;
        return inside.length === 0 ? `<${start}${between}/>` : `<${start}>${inside.flat().join('')}${between}</${own}>`;
      }),
  }));
  return fc
    .tuple(
      fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n', "<?xml version='1.0'?>"),
      fc.array(element, { maxLength: 4 }),
      odd,
    )
    .map(([declaration, elements, end]) => `${declaration}<p:r xmlns:p="urn:p" xmlns:q="urn:q">${elements.join('')}</p:r>${end}`);
}

interface Read {
  readonly events: readonly string[];
  readonly failure: unknown;
}

function ofParser(xml: string): Read {
  return read((handlers) => {
    const writer = xmlWriter(handlers, part);
    writer.write(xml);
    writer.close();
  });
}

function ofBoth(xml: string): Read {
  return read((handlers) => parseText(xml, handlers, part));
}

function read(run: (handlers: XmlHandlers) => void): Read {
  const events: string[] = [];
  const tell = (sign: string, { local, uri, prefix, selfClosing, attributes }: Parameters<NonNullable<XmlHandlers['open']>>[0]): void => {
    const told = attributes.map(
      (attribute) => `${attribute.name}|${attribute.local}|${attribute.prefix}|${attribute.uri}|${attribute.value}`,
    );
    events.push([sign, prefix, local, uri, selfClosing, ...told].join(' '));
  };
  try {
    run({ open: (element) => tell('<', element), text: (text) => events.push(text), close: (element) => tell('>', element) });
  } catch (thrown) {
    return { events, failure: toFailure(thrown) };
  }
  return { events, failure: undefined };
}
