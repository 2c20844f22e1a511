/**
 * Levenshtein distance between two token lists (insert, delete, replace: 1 each), exact, by Ukkonen's banding
 * (Information and Control 64, 1985): the band doubles until the distance fits in it, so near-equal texts are cheap.
 */
export function editDistance<T>(a: readonly T[], b: readonly T[]): number {
  const ids = new Map<T, number>();
  const id = (t: T) => {
    let known = ids.get(t);
    if (known === undefined) {
      known = ids.size;
      ids.set(t, known);
    }
    return known;
  };
  const x = Int32Array.from(a, id);
  const y = Int32Array.from(b, id);
  for (let band = Math.max(32, Math.abs(x.length - y.length) + 1); ; band *= 2) {
    const distance = banded(x, y, band);
    if (distance <= band || band > x.length + y.length) return distance;
  }
}

function banded(x: Int32Array, y: Int32Array, band: number): number {
  const far = x.length + y.length + 1;
  let previous = new Int32Array(y.length + 1).fill(far);
  let current = new Int32Array(y.length + 1).fill(far);
  for (let j = 0; j <= Math.min(y.length, band); j++) previous[j] = j;
  for (let i = 1; i <= x.length; i++) {
    const from = Math.max(0, i - band);
    const to = Math.min(y.length, i + band);
    if (from > 0) current[from - 1] = far;
    for (let j = from; j <= to; j++) {
      if (j === 0) {
        current[0] = i;
        continue;
      }
      const replace = previous[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1);
      const remove = j <= i - 1 + band ? previous[j]! + 1 : far;
      const insert = j - 1 >= from ? current[j - 1]! + 1 : far;
      current[j] = Math.min(replace, remove, insert);
    }
    [previous, current] = [current, previous];
  }
  return previous[y.length]!;
}
