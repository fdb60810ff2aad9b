import { expect, it } from 'vitest';
import { arrivalOf } from '../../../src/inbox/mime/arrival-of.ts';
import { readHeaders } from '../../../src/inbox/mime/read-headers.ts';

it.each([
  ['Received: from a by b; Tue, 6 Jan 2026 12:00:00 +0000', '2026-01-06T12:05:00.000Z'],
  ['Received: from a by b;\n Tue, 06 Jan 2026 12:00 +0100 (CET)', '2026-01-06T11:05:00.000Z'],
  ['Received: from a by b; x\nDate: 6 Jan 2026 12:00:00 GMT', '2026-01-07T12:00:00.000Z'],
  ['Received: from x by y 12\nDate: Tue, 6 Jan 2026 12:00:00 +0000', '2026-01-07T12:00:00.000Z'],
  ['Received: from x by y 12', undefined],
  ['Date: 12', undefined],
  ['Date: Tue, 6 Foo 2026 12:00:00 +0000', undefined],
  ['Subject: x', undefined],
])('%s: %s', (head, latest) => {
  const moment = arrivalOf(readHeaders(head));
  expect(moment === undefined ? undefined : new Date(moment).toISOString()).toBe(latest);
});
