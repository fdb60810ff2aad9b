import { describe, expect, it } from 'vitest';
import { isPlaceholder, isPublishable } from '../../../src/check/links/link-address.ts';

describe('a placeholder', () => {
  it.each([
    ...[
      '',
      ' ',
      '#',
      'TODO',
      'tbd',
      'xxx',
      '#todo',
      'link-here',
      'link here',
      'Your_Link_Here',
      'mailto:TODO',
      'mailto:…',
    ],
    ...['https://…', 'https://...', 'https://todo', 'https://link-here/'],
    ...[
      'https://example.com',
      'HTTP://Example.COM:8080/jobs?x=1#y',
      'https://www.example.org/jobs',
      '//example.net',
    ],
    ...['example.com', 'www.example.com/jobs', 'https://yourcompany.com/jobs', 'https://www.your-domain.com'],
    ...['localhost:3000', 'http://localhost', 'http://127.0.0.1:8080/x'],
    ...['https://jobs.penny.example/TODO', 'https://jobs.penny.example/vp?id=XXX'],
  ])('is %j', (address) => {
    expect(isPlaceholder(address)).toBe(true);
  });

  it.each([
    ...['https://jobs.example.com/vp-of-sales', 'https://penny.example', 'https://example.company.com'],
    ...['mailto:jobs@example.com', 'mailto:hello@penny.example?subject=TK%20hello', 'tel:+14155550100'],
    ...['https://todo.penny.example/todo/tk', 'https://penny.example/link', '#tldr', '/about'],
    ...['https://penny.example/?next=https://example.com'],
  ])('is not %j', (address) => {
    expect(isPlaceholder(address)).toBe(false);
  });
});

describe('an address that is published', () => {
  it.each([
    'https://penny.example',
    'HTTP://penny.example/a?b#c',
    'mailto:hello@penny.example',
    'tel:+14155550100',
  ])('is %j', (address) => {
    expect(isPublishable(address)).toBe(true);
  });

  it.each([
    ...[
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'java\nscript:alert(1)',
      ' javascript:alert(1)',
      '\u0001https://x',
    ],
    ...[
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'ftp://penny.example',
      'intent://x',
      'cid:logo',
    ],
    ...[
      '//penny.example',
      '/about',
      'about.html',
      '?x',
      '#top',
      '',
      'https:',
      'https:about',
      'https:///about',
      'mailto:',
    ],
    ...['penny.example:443/https://', 'hello@penny.example'],
  ])('is not %j', (address) => {
    expect(isPublishable(address)).toBe(false);
  });
});
