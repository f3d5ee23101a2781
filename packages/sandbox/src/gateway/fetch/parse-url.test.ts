import { describe, expect, test } from 'vitest';
import { parseFetchUrl } from './parse-url.ts';

describe('parseFetchUrl', () => {
  test.each([
    ['https://API.Example.com:443/a#b', 'https://api.example.com/a'],
    ['https://example.com./x', 'https://example.com/x'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example/'],
    ['http://127.1', 'http://127.0.0.1/'],
    ['http://0', 'http://0.0.0.0/'],
    ['http://0x7f.1', 'http://127.0.0.1/'],
    ['http://0177.0.0.01', 'http://127.0.0.1/'],
    ['http://2852039166', 'http://169.254.169.254/'],
    ['http://①②⑦.0.0.1', 'http://127.0.0.1/'],
    ['http://%31%32%37.0.0.1', 'http://127.0.0.1/'],
    ['http://127。0。0。1', 'http://127.0.0.1/'],
    ['http://127.0.0.1.', 'http://127.0.0.1/'],
    ['http://[::ffff:169.254.169.254]', 'http://[::ffff:a9fe:a9fe]/'],
    ['http:\\\\host\\path', 'http://host/path'],
    ['https://host/a/%2e%2e/b', 'https://host/b'],
  ])('%s is read as %s', (text, href) => {
    expect(parseFetchUrl(text).href).toBe(href);
  });

  test.each([
    ['https://ex\u0000ample.com', 'invalid'],
    ['https://exa\nmple.com', 'invalid'],
    ['https://example.com/\u0085', 'invalid'],
    ['\u0001https://example.com', 'invalid'],
    ['/path', 'invalid'],
    ['https://', 'invalid'],
    ['https://a..b', 'invalid'],
    ['https://example.com..', 'invalid'],
    ['http://.', 'invalid'],
    ['http://1.2.3.4.5', 'invalid'],
    ['http://[::1%25eth0]', 'invalid'],
    ['https://user@example.com', 'denied'],
    ['https://user:secret@example.com', 'denied'],
    ['https://example.com@169.254.169.254', 'denied'],
    ['file:///etc/passwd', 'denied'],
    ['data:text/plain,x', 'denied'],
    ['ftp://example.com', 'denied'],
    ['javascript:1', 'denied'],
    ['blob:https://example.com/1', 'denied'],
    ['ws://example.com', 'denied'],
  ])('%j is refused as %s', (text, code) => {
    expect(() => parseFetchUrl(text)).toThrowError(expect.objectContaining({ code }));
  });
});
