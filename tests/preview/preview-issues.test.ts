import { describe, expect, it } from 'vitest';
import { PreviewIssues } from '../../src/preview/preview-issues.ts';
import type { PreviewRendering } from '../../src/preview/preview-source.ts';
import type { Reader } from '../../src/preview/reader.ts';
import { FakeSource } from './fake-source.ts';
import { broken, entry, finding, letter, rendered } from './samples.ts';

const sample = { kind: 'sample' } as const;

function issuesWith(rendering: PreviewRendering | Error): { issues: PreviewIssues; source: FakeSource } {
  const source = new FakeSource();
  source.set('one', rendering);
  return { issues: new PreviewIssues(source), source };
}

describe('what a page is told about an issue', () => {
  it('has all that it shows by itself', async () => {
    const { issues } = issuesWith(rendered());
    expect(await issues.update('one', sample)).toEqual({
      kind: 'rendered',
      entry,
      shown: {
        version: expect.stringMatching(/^[\w-]{12}$/),
        addressee: { address: 'hello@penny.example' },
        from: { name: 'penny', address: 'hello@penny.example' },
        subject: 'are interviews really a two way street?',
        preheader: 'who really has control?',
        text: 'the text\n\nof the issue',
      },
    });
  });

  it.each([
    ['the email changed', { html: 'another' }, true],
    ['the page changed', { web: 'another' }, true],
    ['only a finding came', { findings: [finding] }, false],
  ])('says whether the frames have something new: %s', async (_, changes, isNew) => {
    const { issues, source } = issuesWith(rendered());
    const before = await issues.update('one', sample);
    source.set('one', rendered(changes));
    const after = await issues.update('one', sample);
    expect('shown' in after && 'shown' in before && after.shown?.version !== before.shown?.version).toBe(
      isNew,
    );
  });

  it('keeps the last good rendering while the file is broken, gone or cannot be read', async () => {
    const { issues, source } = issuesWith(rendered({ subject: 'the good one' }));
    await issues.update('one', sample);
    const shown = expect.objectContaining({ subject: 'the good one' });

    source.set('one', broken());
    expect(await issues.update('one', sample)).toEqual({ kind: 'broken', entry, findings: [finding], shown });
    source.set('one', { kind: 'missing' });
    expect(await issues.update('one', sample)).toEqual({ kind: 'missing', shown });
    source.set('one', new Error('the disk is on fire'));
    expect(await issues.update('one', sample)).toEqual({
      kind: 'failed',
      problem: {
        message: 'the disk is on fire',
        hint: 'this is a fault of penny, not of your text: please report it',
      },
      shown,
    });
    expect((await issues.letter('one', sample))?.subject).toBe('the good one');
  });

  it('shows nothing of a file that was broken from the start', async () => {
    const { issues } = issuesWith(broken());
    expect(await issues.update('one', sample)).toEqual({ kind: 'broken', entry, findings: [finding] });
    expect(await issues.letter('one', sample)).toBeUndefined();
    expect(await issues.web('one')).toBeUndefined();
  });

  it('has, a moment later, what is to be known beyond how it looks', async () => {
    const { issues, source } = issuesWith(rendered({ findings: [finding] }));
    expect(await issues.examine('one', sample)).toBeUndefined();
    await issues.update('one', sample);
    expect(await issues.examine('one', sample)).toEqual({
      kind: 'examined',
      findings: [finding],
      details: await letter.details(),
    });
    source.set('one', rendered({ details: () => Promise.reject(new Error('the disk is on fire')) }));
    await issues.update('one', sample);
    expect(await issues.examine('one', sample)).toMatchObject({
      kind: 'failed',
      problem: { message: 'the disk is on fire' },
    });
  });

  it('keeps nothing that shows what was forbidden since', async () => {
    const { issues, source } = issuesWith(rendered({ mayBeShown: async () => false }));
    await issues.update('one', sample);
    source.set('one', broken());
    expect(await issues.update('one', sample)).toEqual({ kind: 'broken', entry, findings: [finding] });
    expect(await issues.letter('one', sample)).toBeUndefined();
  });

  it('renders anew what nobody looked at meanwhile', async () => {
    const { issues, source } = issuesWith(rendered({ web: 'old' }));
    await issues.update('one', sample);
    source.set('one', rendered({ web: 'new' }));
    issues.keepOnly(new Set(['one']));
    expect(await issues.web('one')).toBe('old');
    issues.keepOnly(new Set());
    expect(await issues.web('one')).toBe('new');
  });

  it('is written for the reader who was asked for, behind a broken file too', async () => {
    const letterFor = async (reader: Reader) => ({ ...letter, subject: JSON.stringify(reader) });
    const { issues, source } = issuesWith(rendered({ letterFor }));
    const li: Reader = { kind: 'subscriber', address: 'li@example.net' };
    expect(await issues.update('one', li)).toMatchObject({ shown: { subject: JSON.stringify(li) } });
    expect((await issues.letter('one', { kind: 'nobody' }))?.subject).toBe('{"kind":"nobody"}');
    source.set('one', broken());
    expect(await issues.update('one', li)).toMatchObject({ shown: { subject: JSON.stringify(li) } });
  });

  it('passes on the hint of a failure that has one', async () => {
    const { issues } = issuesWith(
      Object.assign(new Error('the template is missing'), { hint: 'put it back' }),
    );
    expect(await issues.update('one', sample)).toEqual({
      kind: 'failed',
      problem: { message: 'the template is missing', hint: 'put it back' },
    });
  });

  it('says why there is no list, with the hint of a failure that has one', async () => {
    const { issues, source } = issuesWith(rendered());
    source.listFailure = Object.assign(new Error('newsletter.yaml has a fault'), { hint: 'mend it' });
    expect(await issues.list()).toEqual({
      kind: 'failed',
      problem: { message: 'newsletter.yaml has a fault', hint: 'mend it' },
    });
    source.listFailure = undefined;
    expect(await issues.list()).toMatchObject({ kind: 'issues' });
  });

  it.each(['../one', '..', '.hidden', 'a/b', 'a\\b', 'a\0b', ''])(
    'never asks the source for %j',
    async (slug) => {
      const { issues, source } = issuesWith(rendered());
      expect(await issues.update(slug, sample)).toEqual({ kind: 'missing' });
      expect(source.asked).toEqual([]);
    },
  );

  it('lets nothing older replace what is newer, however long it took', async () => {
    const first = Promise.withResolvers<PreviewRendering>();
    const answers = [first.promise, Promise.resolve(rendered({ subject: 'second' }))];
    const issues = new PreviewIssues({
      list: async () => [],
      findSubscribers: async () => ({ subscribers: [], more: false }),
      render: () => answers.shift() ?? Promise.reject(new Error('asked too often')),
    });
    const updates = [issues.update('one', sample), issues.update('one', sample)];
    first.resolve(rendered({ subject: 'first' }));
    await Promise.all(updates);
    expect((await issues.letter('one', sample))?.subject).toBe('second');
  });
});
