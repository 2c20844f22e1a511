import type { GrayImage } from './image.ts';

/** A box in pixels; x1 and y1 are the last column and row inside it. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Dark pixels that hang together (also over corners), as their places in the picture. */
export interface Component extends Box {
  readonly places: readonly number[];
}

export const boxWidth = (box: Box): number => box.x1 - box.x0 + 1;
export const boxHeight = (box: Box): number => box.y1 - box.y0 + 1;

/** Connected spots of pixels darker than `ink`. */
export function components({ width, height, data }: GrayImage, ink: number): Component[] {
  const seen = new Uint8Array(data.length);
  const found: Component[] = [];
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || data[start]! >= ink) continue;
    const places = [start];
    seen[start] = 1;
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    for (let next = 0; next < places.length; next++) {
      const at = places[next]!;
      const x = at % width;
      const y = (at - x) / width;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const place = ny * width + nx;
          if (seen[place] === 1 || data[place]! >= ink) continue;
          seen[place] = 1;
          places.push(place);
        }
      }
    }
    found.push({ x0, y0, x1, y1, places });
  }
  return found;
}

/** Boxes that lie within `gap` pixels of each other become one. */
export function joinNear(boxes: readonly Box[], gap: number): Box[] {
  const joined: Box[] = [...boxes];
  for (let i = 0; i < joined.length; i++) {
    for (let j = i + 1; j < joined.length; j++) {
      const [a, b] = [joined[i]!, joined[j]!];
      if (a.x0 - b.x1 > gap || b.x0 - a.x1 > gap || a.y0 - b.y1 > gap || b.y0 - a.y1 > gap) continue;
      joined[i] = {
        x0: Math.min(a.x0, b.x0),
        y0: Math.min(a.y0, b.y0),
        x1: Math.max(a.x1, b.x1),
        y1: Math.max(a.y1, b.y1),
      };
      joined.splice(j, 1);
      // The grown box may now touch one passed over before.
      j = i;
    }
  }
  return joined;
}
