import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/audience/parse-address.ts';

const longLocal = 'l'.repeat(64);
/** A domain of so many characters, all its labels as long as they may be or shorter. */
const domainOf = (length: number): string =>
  `${'d'.repeat(63)}.${'e'.repeat(63)}.${'f'.repeat(length - 132)}.com`;

describe('an address that can be mailed', () => {
  it.each([
    ['ann@example.com', 'ann@example.com'],
    ['Ann.Smith@EXAMPLE.com', 'ann.smith@example.com'],
    ["o'neil@example.com", "o'neil@example.com"],
    ['plus+hiring@example.org', 'plus+hiring@example.org'],
    ["!#$%&'*+/=?^_`{|}~-@example.com", "!#$%&'*+/=?^_`{|}~-@example.com"],
    ['ann@sub.example.co.uk', 'ann@sub.example.co.uk'],
    ['ann@1.example.com', 'ann@1.example.com'],
    ['ann@münchen.example', 'ann@xn--mnchen-3ya.example'],
    ['ann@XN--MNCHEN-3YA.example', 'ann@xn--mnchen-3ya.example'],
    ['ann@例え.テスト', 'ann@xn--r8jz45g.xn--zckzah'],
    [`${longLocal}@${domainOf(189)}`, `${longLocal}@${domainOf(189)}`],
  ])('takes %s', (text, canonical) => {
    expect(parseAddress(text)).toEqual({ address: text, canonical, needsSmtpUtf8: false });
  });

  it.each([
    ['Jürgen@example.com', 'jürgen@example.com'],
    ['李@example.net', '李@example.net'],
    ['Ju\u0308rgen@example.com', 'jürgen@example.com'],
  ])('takes %s and says that it needs SMTPUTF8', (text, canonical) => {
    expect(parseAddress(text)).toEqual({ address: text, canonical, needsSmtpUtf8: true });
  });

  it('does not count spaces around it', () => {
    expect(parseAddress('\u00a0 Ann@Example.com\t ')).toMatchObject({ address: 'Ann@Example.com' });
  });

  it('is the same person in any case and in both forms of the domain', () => {
    const forms = [
      'ann@bücher.example',
      'ANN@BÜCHER.example',
      'ann@xn--bcher-kva.example',
      'ann@ｂücher.example',
    ];
    const canonicals = forms.map((form) => {
      const parsed = parseAddress(form);
      return 'canonical' in parsed ? parsed.canonical : parsed.problem;
    });
    expect(new Set(canonicals)).toEqual(new Set(['ann@xn--bcher-kva.example']));
  });

  it('has a form of its own that stays when it is read again', () => {
    const canonicalOf = (text: string): string => {
      const parsed = parseAddress(text);
      return 'canonical' in parsed ? parsed.canonical : parsed.problem;
    };
    for (const text of ['J\u030c@example.com', 'ΑΣ@example.com', 'İ@example.com', 'ANN@example.com'])
      expect(canonicalOf(canonicalOf(text))).toBe(canonicalOf(text));
  });
});

describe('a text that is refused', () => {
  const control = 'the address holds a control character';
  const alone = 'the address must stand alone, without a name and without < >';
  const several = 'there is more than one address, or a comma in it';
  const space = 'the address holds a space';
  const quote = 'the address holds a quote, a bracket, a colon or a backslash';
  const dots = 'a dot stands at an end, beside the @, or twice in a row';
  const half = 'something is missing before or after the @';
  const sign = 'the part before the @ holds a sign that addresses cannot have';
  const domain = 'what stands after the @ is not a domain such as example.com';

  it.each([
    ['', 'there is no address'],
    ['   ', 'there is no address'],
    ['ann', 'the address has no @'],
    ['ann.example.com', 'the address has no @'],
    ['@example.com', half],
    ['ann@', half],
    ['@', half],
    ['ann@@example.com', 'the address has more than one @'],
    ['ann@example.com@evil.example', 'the address has more than one @'],
    ['ann@example.com, bob@example.com', several],
    ['ann@example.com;bob@example.com', several],
    ['ann,bob@example.com', several],
    ['Ann <ann@example.com>', alone],
    ['<ann@example.com>', alone],
    ['Ann <ann@example.com> <bob@example.com>', alone],
    ['"Ann <x@evil.example>" <ann@example.com>', alone],
    ['ann smith@example.com', space],
    ['ann@exam ple.com', space],
    ['ann @example.com', space],
    ['ann\u3000smith@example.com', space],
    ['"ann smith"@example.com', space],
    ['"ann"@example.com', quote],
    ['"xclow3n@evil.example x"@example.com', space],
    ['ann(comment)@example.com', quote],
    ['ann@example.com(comment)', quote],
    ['friends:ann@example.com', quote],
    ['mailto:ann@example.com', quote],
    ['ann@[127.0.0.1]', quote],
    ['ann@[IPv6:::1]', quote],
    ['ann\\@example.com', quote],
    ['.ann@example.com', dots],
    ['ann.@example.com', dots],
    ['a..b@example.com', dots],
    ['ann@.example.com', dots],
    ['ann@example..com', dots],
    ['ann@example.com.', dots],
    ['ann@example', domain],
    ['ann@localhost', domain],
    ['ann@127.0.0.1', domain],
    ['ann@1.2', domain],
    ['ann@0x7f.1', domain],
    ['ann@-example.com', domain],
    ['ann@example-.com', domain],
    ['ann@exa_mple.com', domain],
    ['ann@example.com/path', domain],
    ['ann@example.com?q=1', domain],
    ['ann@ex%61mple.com', domain],
    ['ann@example。com', domain],
    ['ann@☃.example', domain],
    [`ann@${'d'.repeat(64)}.com`, domain],
    ['ann＠example.com', 'the address has no @'],
    ['\u212aim@example.com', 'the part before the @ holds a sign that only looks like a K'],
    ['ann🚀@example.com', sign],
    ['ann\u2026@example.com', sign],
    ['ann@example.com\r\nBcc: eve@evil.example', control],
    ['ann@example.com\n', control],
    ['ann\0@example.com', control],
    ['ann@example.com\u007f', control],
    ['ann\u0085@example.com', control],
    ['ann@exam\u200bple.com', control],
    ['ann\u202emoc.elpmaxe@example.com', control],
    ['\ufeffann@example.com', control],
    ['ann\ud800@example.com', control],
    ['ann\u2028@example.com', control],
    [`${longLocal}l@example.com`, 'the part before the @ is longer than 64 characters'],
    [`${'é'.repeat(33)}@example.com`, 'the part before the @ is longer than 64 characters'],
    [`${longLocal}@${domainOf(190)}`, 'the address is longer than 254 characters'],
  ])('refuses %j: %s', (text, problem) => {
    expect(parseAddress(text)).toEqual({ problem });
  });
});
