import { expect, it } from 'vitest';
import { formatConfig } from '../../src/terminal/config-text.ts';

it('shows each setting with its value and where it comes from', () => {
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
      'setting               value               from',
      'workspace             /letters            flag',
      'name                  penny <U+001B>[31m  newsletter.yaml:1',
      'tagline               not set',
      'delivery.connections  5                   default',
      'delivery.rate         not kept to yet     newsletter.yaml:9',
      'testRecipients        none                default',
      'delivery.retry        1m, 5m              default',
      'smtp.password         ****                .env (SMTP_PASSWORD)',
    ].join('\n'),
  );
});
