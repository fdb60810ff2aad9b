/** Numbers that look random and are the same for the same seed. */
export interface SeededRandom {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  oneOf<const Item>(items: readonly [Item, ...Item[]]): Item;
}

/** A linear congruential generator (Knuth's MMIX constants): good enough to choose moments. */
export function seedRandom(seed: number): SeededRandom {
  let state = BigInt(seed);
  const next = (): number => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 32n) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { between, oneOf: (items) => items[between(0, items.length - 1)] ?? items[0] };
}
