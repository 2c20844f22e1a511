/** A printed line: text with its box on the page (any unit, the same for all lines of the page; y grows downwards). */
export interface Line {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Top and bottom. */
  readonly y0: number;
  readonly y1: number;
  /** Letter height (font size or line height). */
  readonly size: number;
  /** A row of a table: cells separated by tabs, never joined with its neighbours. */
  readonly row?: boolean;
  /** Start of a block that never continues the line before it (a column, a table). */
  readonly fresh?: boolean;
  /** Of prose in columns: the column the line stands in, which has margins of its own. */
  readonly column?: 'left' | 'right';
  /** The cells of a row of a drawn table, empty ones included, each with its left border. */
  readonly cells?: readonly { readonly x: number; readonly text: string }[];
}

/** A piece of a line between two wide gaps. */
export interface Segment extends Line {}

/** Text with its place: `y` is the baseline. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Gap between two items, in letter heights, from which a space is meant though none is written. */
const WORD_GAP = 0.18;
/** Gap from which two items belong to different columns or cells. */
const COLUMN_GAP = 1.6;

/** Items → segments: items of one baseline joined, cut at wide gaps. Sorted top to bottom, left to right. */
export function segmentsOf(items: readonly Placed[]): Segment[] {
  const segments: Segment[] = [];
  for (const line of baselines(items)) {
    let open: Placed[] = [];
    const flush = () => {
      const segment = segmentFrom(open);
      if (segment) segments.push(segment);
      open = [];
    };
    let end = Number.NEGATIVE_INFINITY;
    for (const item of line) {
      if (item.text.trim() === '') {
        // A wide blank (tab stop, justified filler) is a gap, a narrow one a space.
        if (item.width <= item.size * COLUMN_GAP) open.push(item);
        continue;
      }
      if (open.length > 0 && item.x - end > Math.max(item.size, 6) * COLUMN_GAP) flush();
      open.push(item);
      end = item.x + item.width;
    }
    flush();
  }
  return segments;
}

/** Groups items whose baselines differ by less than 0.45 letter heights (superscripts stay in their line). */
function baselines(items: readonly Placed[]): Placed[][] {
  const visible = items.filter((it) => it.text !== '' && it.size > 0);
  const sorted = [...visible].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: { y: number; size: number; items: Placed[] }[] = [];
  for (const item of sorted) {
    const near = lines.slice(-6).find((l) => Math.abs(item.y - l.y) < Math.max(l.size, item.size) * 0.45);
    if (near) {
      near.items.push(item);
      if (item.size > near.size) Object.assign(near, { size: item.size, y: item.y });
    } else lines.push({ y: item.y, size: item.size, items: [item] });
  }
  lines.sort((a, b) => a.y - b.y);
  return lines.map((l) => l.items.sort((a, b) => a.x - b.x));
}

function segmentFrom(items: readonly Placed[]): Segment | undefined {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let size = 0;
  let y = 0;
  let pendingSpace = false;
  for (const item of items) {
    if (item.text.trim() === '') {
      // Blanks thinner than a hair stand inside words in some Gazette files.
      if (item.width > item.size * 0.08) pendingSpace = true;
      continue;
    }
    // The same letters drawn twice at one place (fake bold, shadow).
    if (item.x < end - item.width * 0.6 && text.endsWith(item.text.trim())) continue;
    if (text && !/\s$/.test(text) && (pendingSpace || item.x - end > item.size * WORD_GAP)) text += ' ';
    text += item.text;
    pendingSpace = false;
    end = item.x + item.width;
    x0 = Math.min(x0, item.x);
    x1 = Math.max(x1, end);
    if (item.size > size) {
      size = item.size;
      y = item.y;
    }
  }
  text = text.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : { text, x0, x1, y0: y - size * 0.8, y1: y + size * 0.2, size };
}

/** Segments sharing a baseline, left to right. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y1 - segment.y1) < Math.max(first.size, segment.size) * 0.45)
      row.push(segment);
    else rows.push([segment]);
  }
  return rows;
}
