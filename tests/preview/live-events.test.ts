import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventReader } from './event-reader.ts';
import { FakeWait } from './fake-wait.ts';
import { PreviewBench } from './preview-bench.ts';
import { broken, entry, finding, letter, rendered } from './samples.ts';

let bench: PreviewBench;

beforeEach(() => {
  bench = new PreviewBench();
  bench.save('one', rendered({ subject: 'first' }));
});

afterEach(() => bench.clear());

const shows = (subject: string) => ({ shown: { subject } });

describe('the events of a page', () => {
  it('tell at once what is there', async () => {
    const events = await EventReader.open(`${await bench.start()}events?issue=one`);
    expect(await events.next('rendered')).toMatchObject(shows('first'));
    expect(await events.next('issues')).toEqual({ kind: 'issues', entries: [entry] });
    await events.close();
  });

  it('tell when the file was saved', async () => {
    const events = await EventReader.open(`${await bench.start()}events?issue=one`);
    await events.next('issues');
    bench.save('one', rendered({ subject: 'second' }));
    expect(await events.next('rendered')).toMatchObject(shows('second'));
    await events.close();
  });

  it('tell of a broken file and of the last good version, until it is mended', async () => {
    const events = await EventReader.open(`${await bench.start()}events?issue=one`);
    await events.next('issues');
    bench.save('one', broken());
    expect(await events.next('broken')).toMatchObject({ findings: [finding], ...shows('first') });
    bench.save('one', rendered({ subject: 'mended' }));
    expect(await events.next('rendered')).toMatchObject(shows('mended'));
    await events.close();
  });

  it('tell of an issue that is gone, and when it is back', async () => {
    const events = await EventReader.open(`${await bench.start()}events?issue=one`);
    await events.next('issues');
    bench.save('one', { kind: 'missing' });
    expect(await events.next('missing')).toMatchObject(shows('first'));
    bench.save('one', rendered({ subject: 'back' }));
    expect(await events.next('rendered')).toMatchObject(shows('back'));
    await events.close();
  });

  it('go on after a failure', async () => {
    const events = await EventReader.open(`${await bench.start()}events?issue=one`);
    await events.next('issues');
    bench.save('one', new Error('no template'));
    expect(await events.next('failed')).toMatchObject({
      problem: { message: 'no template' },
      ...shows('first'),
    });
    bench.save('one', rendered({ subject: 'again' }));
    expect(await events.next('rendered')).toMatchObject(shows('again'));
    await events.close();
  });

  it('tell the list of issues of a new one', async () => {
    const events = await EventReader.open(`${await bench.start()}events`);
    expect(await events.next('issues')).toMatchObject({ entries: [{ slug: 'one' }] });
    bench.save('two', rendered({ entry: { ...entry, slug: 'two' } }));
    expect(await events.next('issues')).toMatchObject({ entries: [{ slug: 'one' }, { slug: 'two' }] });
    expect(bench.source.asked).toEqual([]);
    await events.close();
  });

  it('reach every page, each about its own issue', async () => {
    bench.save('two', rendered({ subject: 'the other' }));
    const home = await bench.start();
    const pages = await Promise.all(
      ['one', 'two', 'two'].map((slug) => EventReader.open(`${home}events?issue=${slug}`)),
    );
    for (const page of pages) await page.next('issues');
    bench.save('two', rendered({ subject: 'the other, changed' }));
    const told = await Promise.all(pages.map((page) => page.next('rendered')));
    expect(told.map((event) => event?.shown.subject)).toEqual([
      'first',
      'the other, changed',
      'the other, changed',
    ]);
    for (const page of pages) await page.close();
  });

  it('are of the letter that the page’s reader gets', async () => {
    bench.save(
      'one',
      rendered({ letterFor: async (reader) => ({ ...letter, subject: JSON.stringify(reader) }) }),
    );
    const home = await bench.start();
    for (const [asked, reader] of [
      ['', { kind: 'sample' }],
      ['&for=sample', { kind: 'sample' }],
      ['&for=nobody', { kind: 'nobody' }],
      ['&for=li%2Bx%40example.net', { kind: 'subscriber', address: 'li+x@example.net' }],
    ] as const) {
      const events = await EventReader.open(`${home}events?issue=one${asked}`);
      expect(await events.next('rendered')).toMatchObject(shows(JSON.stringify(reader)));
      await events.close();
    }
  });

  it('ask the browser to come back soon, and show signs of life while nothing happens', async () => {
    const clock = new FakeWait();
    const events = await EventReader.open(`${await bench.start({ wait: clock.wait })}events`);
    expect(await events.nextMessage()).toBe('retry: 500');
    await events.next('issues');
    for (let beat = 0; beat < 3; beat++) {
      await clock.elapse(20_000);
      expect(await events.nextMessage()).toBe(': still here');
    }
    await bench.stop();
    expect(await events.nextMessage()).toBeUndefined();
    expect(clock.pending).toEqual([]);
  });
});
