import { expect, it, vi } from 'vitest';

const made: { readonly source: string; readonly flags: string }[] = [];

vi.mock('../../../src/check/search/pattern.ts', () => ({
  LatePattern: class {
    readonly source: string;
    readonly flags: string;

    constructor(source: string, flags: string) {
      this.source = source;
      this.flags = flags;
      made.push(this);
    }
  },
}));

it('are patterns all of them, for texts of every script', async () => {
  await import('../../../src/check/rules/index.ts');
  const { patternFor } = await import('../../../src/check/search/pattern-for.ts');
  expect(made.length).toBeGreaterThan(25);
  for (const pattern of made) {
    expect(() => new RegExp(pattern.source, pattern.flags)).not.toThrow();
    for (const text of ['latin', 'кириллица']) expect(() => patternFor(pattern as never, text)).not.toThrow();
  }
});

it('say nothing of what must not be there but what two signs can show', async () => {
  const reading = made.flatMap(
    ({ source }) => source.match(/\(\?<?!(?:[^()\\]|\\.)*(?:\.|\\[SWDP]|\[\^[^\]]*\])[*+{]/g) ?? [],
  );
  expect(reading).toEqual([]);
});
