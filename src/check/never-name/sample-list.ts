import type { NeverNameList } from './never-name-list.ts';

/** The list against which samples are held. */
export const sampleNeverNames: NeverNameList = [
  { number: 1, terms: ['initech'], match: 'word', allow: [] },
  { number: 2, terms: ['jane doe'], match: 'word', allow: [] },
  { number: 3, terms: ['ramp'], match: 'word', allow: ['ramp up'] },
];
