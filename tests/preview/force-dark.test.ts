import { describe, expect, it } from 'vitest';
import { forceDark } from '../../src/preview/force-dark.ts';

const white = '#212121';
const black = '#dbdbdb';

describe('forced darkness', () => {
  it.each([
    ['a style', '<p style="color: #ffffff">', `<p style="color: ${white}">`],
    ['short digits', '<p style="color:#000">', `<p style="color:${black}">`],
    ['an attribute', '<td bgcolor="#FFFFFF">', `<td bgcolor="${white}">`],
    ['a name', '<font color="white">', `<font color="${white}">`],
    ['a name among others', '<p style="border: 1px solid black">', `<p style="border: 1px solid ${black}">`],
    ['channels', '<p style="color: rgb(255, 255, 255)">', `<p style="color: ${white}">`],
    ['shares', '<p style="color: rgb(100% 100% 100%)">', `<p style="color: ${white}">`],
    ['what shines through', '<p style="color: rgba(0, 0, 0, 0.5)">', `<p style="color: ${black}80">`],
    ['digits that shine through', '<p style="color: #00000080">', `<p style="color: ${black}80">`],
    ['a rule of a sheet', '<style>p { color: #fff }</style>', `<style>p { color: ${white} }</style>`],
    [
      'a rule within a condition',
      '<style>@media (min-width: 1px) { p { color: #fff } }</style>',
      `<style>@media (min-width: 1px) { p { color: ${white} } }</style>`,
    ],
  ])('turns %s', (_, light, dark) => {
    expect(forceDark(light)).toBe(dark);
  });

  it.each([
    ['text', '<p>#ffffff, white, color="white", rgb(0, 0, 0)</p>'],
    ['a selector', '<style>#fade { margin: 0 }</style>'],
    ['a link', '<a href="https://example.com/#ffffff" title="white">'],
    ['a picture', '<td style="background: url(https://example.com/white.png#fff)">'],
    ['the name of a font', `<td style="font-family: 'Red Hat', serif">`],
    ['a word with a colour in it', '<p style="white-space: nowrap; animation: snow-white">'],
    ['what is no colour', '<p style="color: #12345; color: transparent; color: inherit">'],
  ])('leaves %s as it is', (_, html) => {
    expect(forceDark(html)).toBe(html);
  });

  it('keeps the hue', () => {
    expect(forceDark('<p style="color: #0b5a42">')).toBe('<p style="color: #6ba28b">');
  });

  it('makes dark what a document says nothing of', () => {
    expect(forceDark('<head></head>')).toContain(`:root { background: ${white}; color: ${black};`);
  });
});
