import { expect, it } from 'vitest';
import type { PageAnswer } from '../../src/check/online/page-answer.ts';
import { PageVisitor } from '../../src/http/page-visitor.ts';

function pageAt(url: string): PageAnswer {
  return { url, status: 200, redirects: [], text: '' };
}

/** Counts who is called, and how many at the same time; each call is answered in a later turn. */
function countingFetch() {
  const counts = { calls: [] as string[], now: 0, most: 0, mostPerHost: 0 };
  const hosts = new Map<string, number>();
  const fetch = async (address: string): Promise<PageAnswer> => {
    const { host } = new URL(address);
    counts.calls.push(address);
    counts.now += 1;
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
    counts.most = Math.max(counts.most, counts.now);
    counts.mostPerHost = Math.max(counts.mostPerHost, hosts.get(host) ?? 0);
    await new Promise((resolve) => setImmediate(resolve));
    counts.now -= 1;
    hosts.set(host, (hosts.get(host) ?? 1) - 1);
    return pageAt(address);
  };
  return { counts, fetch };
}

it('calls each page once, also in a later round', async () => {
  const { counts, fetch } = countingFetch();
  const visitor = new PageVisitor(fetch);
  const [one, two] = ['https://a.example/1', 'https://a.example/2'];
  expect([...(await visitor.visit([one, two, one])).keys()]).toEqual([one, two]);
  expect((await visitor.visit([two])).get(two)).toEqual(pageAt(two));
  expect(counts.calls).toEqual([one, two]);
});

it('calls several at a time, and no host more than twice at a time', async () => {
  const { counts, fetch } = countingFetch();
  const addresses = Array.from({ length: 60 }, (_, at) => `https://h${at % 6}.example/${at}`);
  const answers = await new PageVisitor(fetch).visit(addresses);
  expect(answers.size).toBe(60);
  expect(counts.most).toBe(8);
  expect(counts.mostPerHost).toBe(2);
});

it('tells how far it is', async () => {
  const { fetch } = countingFetch();
  const seen: string[] = [];
  await new PageVisitor(fetch).visit(['https://a.example/', 'https://b.example/'], {
    onProgress: (done, all) => seen.push(`${done}/${all}`),
  });
  expect(seen).toEqual(['1/2', '2/2']);
});

it.each(['stopped', 'offline'] as const)('asks again for what was %s', async (failure) => {
  const answers: PageAnswer[] = [{ failure, detail: '' }, pageAt('https://a.example/')];
  const visitor = new PageVisitor(async () => answers.shift() ?? pageAt(''));
  await visitor.visit(['https://a.example/']);
  expect((await visitor.visit(['https://a.example/'])).get('https://a.example/')).toMatchObject({
    status: 200,
  });
});
