const [base, leastThreshold, mostThreshold, skew, damp] = [36, 1, 26, 38, 700];

/**
 * The letters for which a label such as `bcher-kva`, without its `xn--`, stands (RFC 3492); undefined when it stands
 * for none. Labels are at most 63 characters long, so that taking the letters apart costs nothing.
 */
export function decodePunycode(label: string): string | undefined {
  if (label.length > 63 || !/^[a-z\d-]+$/i.test(label)) return undefined;
  const delimiter = label.lastIndexOf('-');
  const letters = [...label.slice(0, Math.max(delimiter, 0))];
  const digits = [...label.slice(delimiter + 1)];
  let [point, index, bias] = [128, 0, 72];
  while (digits.length > 0) {
    const before = index;
    let weight = 1;
    for (let place = base; ; place += base) {
      const digit = Number.parseInt(swap(digits.shift() ?? ''), base);
      if (Number.isNaN(digit)) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(place - bias, leastThreshold), mostThreshold);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const count = letters.length + 1;
    bias = adapt(index - before, count, before === 0);
    point += Math.floor(index / count);
    if (point > 0x10ffff) return undefined;
    index %= count;
    letters.splice(index, 0, String.fromCodePoint(point));
    index += 1;
  }
  return letters.join('');
}

/** Punycode counts a–z before 0–9, `parseInt` the other way round. */
function swap(digit: string): string {
  const value = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(digit.toLowerCase());
  return value < 0 || digit === '' ? '' : value.toString(base);
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let steps = 0;
  while (rest > ((base - leastThreshold) * mostThreshold) / 2) {
    rest = Math.floor(rest / (base - leastThreshold));
    steps += base;
  }
  return steps + Math.floor(((base - leastThreshold + 1) * rest) / (rest + skew));
}
