export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Longer middles are shown as replaced whole: the table of the algorithm would grow with their product. */
const MOST_CELLS = 4_000_000;
/** Unchanged lines kept around a change. */
const CONTEXT = 2;

/** Lines removed and added between two texts, with a little of what stands around them (longest common subsequence). */
export function changedLines(before: string, after: string): DiffPart[] {
  const [a, b] = [before, after].map((text) => text.split('\n').filter((line) => line.trim() !== '')) as [
    string[],
    string[],
  ];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const same = (lines: readonly string[]) => lines.map((text): DiffPart => ({ kind: 'same', text }));
  return shortened([
    ...same(a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ]);
}

function middle(a: readonly string[], b: readonly string[]): DiffPart[] {
  const removed = (text: string): DiffPart => ({ kind: 'removed', text });
  const added = (text: string): DiffPart => ({ kind: 'added', text });
  if (a.length * b.length > MOST_CELLS) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      parts.push(removed(a[i++]!));
    } else {
      parts.push(added(b[j++]!));
    }
  }
  return parts;
}

function shortened(parts: readonly DiffPart[]): DiffPart[] {
  const near = new Set<number>();
  parts.forEach((part, i) => {
    if (part.kind === 'same') return;
    for (let k = i - CONTEXT; k <= i + CONTEXT; k++) near.add(k);
  });
  return parts.flatMap((part, i) => {
    if (near.has(i)) return [part];
    return near.has(i - 1) || (i === 0 && near.size > 0) ? [{ kind: 'same' as const, text: '…' }] : [];
  });
}
