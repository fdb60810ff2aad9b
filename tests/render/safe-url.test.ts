import { describe, expect, it } from 'vitest';
import { safeImageUrl, safeLinkUrl } from '../../src/render/safe-url.ts';

const hostile = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u{1}javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  '//host.example/x',
  '\\\\host.example\\x',
  '/\\host.example/x',
  'https://',
];

describe('scoreboard 91: a link', () => {
  it.each(['https://a.example/x?a=1&b=2#c', 'http://a.example', 'mailto:a@b.example', 'tel:+123'])(
    'may lead to %s',
    (url) => {
      expect(safeLinkUrl(url)).toBe(url);
    },
  );

  it.each([...hostile, '/relative', '#place', ''])('may not lead to %j', (url) => {
    expect(safeLinkUrl(url)).toBeUndefined();
  });

  it('writes the host as every program reads it, and the rest as the author does', () => {
    expect(safeLinkUrl('https://bücher.example:8080/ü#x')).toBe(
      'https://xn--bcher-kva.example:8080/%C3%BC#x',
    );
    expect(safeLinkUrl('https://User@A.example/x')).toBe('https://User@A.example/x');
  });

  it('has only characters that may stand in an address, the author’s own where they may', () => {
    expect(safeLinkUrl('https://a.example/köln straße?x=%20~a')).toBe(
      'https://a.example/k%C3%B6ln%20stra%C3%9Fe?x=%20~a',
    );
  });
});

describe('scoreboard 91: an image', () => {
  it.each(['https://a.example/x.png', 'http://a.example/x.png'])('may be %s', (url) => {
    expect(safeImageUrl(url)).toBe(url);
  });

  it.each([...hostile, 'mailto:a@b.example', 'photos/x.png', '../x.png', '/x.png', 'cid:x@pennypost'])(
    'may not be %j',
    (url) => {
      expect(safeImageUrl(url)).toBeUndefined();
    },
  );
});
