import { expect, it } from 'vitest';
import { turnColour, turnTint } from '../../src/render/turn-colour.ts';

it.each([
  ['#ffffff', '#212121'],
  ['#fdeef0', '#2e2627'],
  ['#1652a8', '#798fda'],
])('turns %s to %s', (colour, turned) => {
  expect(turnColour(colour)).toBe(turned);
});

it.each([
  ['a faint rose', '#fdeef0', '#372226'],
  ['a faint green', '#e9f5f0', '#182b24'],
  ['grey, which stays grey', '#f4f4f4', '#262626'],
  ['white', '#ffffff', '#212121'],
  ['what is strong enough', '#ffd0d0', '#492d2e'],
])('gives the ground of a box as much colour as can be seen: %s', (_, colour, turned) => {
  expect(turnTint(colour)).toBe(turned);
});
