import { expect, it } from 'vitest';
import { formatConfig } from '../../src/terminal/config-text.ts';

it('shows each setting with where it comes from and its value, the defaults last', () => {
  const text = formatConfig([
    { name: 'workspace', value: '/letters', from: 'flag' },
    { name: 'name', value: 'penny \u001b[31m', from: 'newsletter.yaml', line: 1 },
    { name: 'tagline', value: null, from: 'default' },
    { name: 'delivery.connections', value: 5, from: 'default' },
    { name: 'delivery.rate', value: null, from: 'newsletter.yaml', line: 9 },
    { name: 'testRecipients', value: [], from: 'default' },
    { name: 'delivery.retry', value: ['1m', '5m'], from: 'default' },
    { name: 'smtp.password', value: '****', from: '.env', variable: 'SMTP_PASSWORD' },
  ]);
  expect(text).toBe(
    [
      'setting               from                  value',
      'workspace             flag                  /letters',
      'name                  newsletter.yaml:1     penny <U+001B>[31m',
      'delivery.rate         newsletter.yaml:9     not kept to yet',
      'smtp.password         .env (SMTP_PASSWORD)  ****',
      'tagline               default               not set',
      'delivery.connections  default               5',
      'testRecipients        default               none',
      'delivery.retry        default               1m, 5m',
    ].join('\n'),
  );
});
