import { expect, it } from 'vitest';
import { textDirection } from '../../src/render/text-direction.ts';

it.each(['he', 'ar', 'ar-EG', 'fa', 'ur', 'yi', 'dv', 'az-Arab', 'pa-PK'])(
  'sets %s from right to left',
  (language) => {
    expect(textDirection(language)).toBe('rtl');
  },
);

it.each(['en', 'de-AT', 'zh-Hant', 'ja', 'hi', 'az', 'pa', 'he-Latn'])(
  'sets %s from left to right',
  (language) => {
    expect(textDirection(language)).toBe('ltr');
  },
);
