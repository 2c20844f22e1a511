import { turned } from '../src/ingest/readers/ocr/cuttings.ts';
import { averageDown, type GrayImage } from '../src/ingest/readers/ocr/image.ts';

/** Ways in which paper reaches the assistant badly, done to a clean page picture. Seeded: each run makes the same pages. */
export const BAD_PAGES: Readonly<Record<string, (page: GrayImage) => GrayImage>> = {
  'as scanned': (page) => page,
  'turned 2°': (page) => turned(page, degrees(2)),
  'turned −2°': (page) => turned(page, degrees(-2)),
  'turned 5°': (page) => turned(page, degrees(5)),
  'turned −5°': (page) => turned(page, degrees(-5)),
  noisy,
  faint: (page) => eachPixel(page, (value) => 255 - (255 - value) * 0.3),
  photographed: (page) => shaded(blurred(turned(leaning(page), degrees(1.5)))),
};

const degrees = (n: number): number => (n * Math.PI) / 180;

function eachPixel(page: GrayImage, of: (value: number, x: number, y: number) => number): GrayImage {
  const data = page.data.map((value, at) => {
    const x = at % page.width;
    return Math.max(0, Math.min(255, Math.round(of(value, x, (at - x) / page.width))));
  });
  return { ...page, data };
}

/** Grain on every pixel and dirt on one of two hundred. */
function noisy(page: GrayImage): GrayImage {
  const random = seeded(7);
  return eachPixel(page, (value) => {
    const dirt = random();
    if (dirt < 0.0025) return 0;
    if (dirt < 0.005) return 255;
    return value + (random() + random() + random() - 1.5) * 50;
  });
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Held at an angle: the top of the page is 4 % narrower than its foot. */
function leaning(page: GrayImage): GrayImage {
  const { width, height, data } = page;
  return eachPixel({ ...page, data: new Uint8Array(data.length) }, (_, x, y) => {
    const narrower = 0.04 * (1 - y / height);
    const from = Math.round((x - (width * narrower) / 2) / (1 - narrower));
    return from < 0 || from >= width ? 255 : data[y * width + from]!;
  });
}

/** Out of focus by about two pixels. */
function blurred(page: GrayImage): GrayImage {
  const half = averageDown(page, 2);
  return eachPixel(page, (_, x, y) => {
    const at = Math.min(half.height - 1, y >> 1) * half.width + Math.min(half.width - 1, x >> 1);
    return half.data[at]!;
  });
}

/** Light from the left above: the far corner gets 55 % of it. */
function shaded(page: GrayImage): GrayImage {
  return eachPixel(page, (value, x, y) => value * (1 - 0.45 * ((x / page.width + y / page.height) / 2)));
}
