// Runs in a process of its own (decode-image.ts): the native decoder of @napi-rs/canvas 0.1.80 crashes (segmentation
// fault) on a cut JPEG, and a hostile TIFF can loop; neither may take the assistant down. Reads the file from standard
// input; prints "width height\n", then RGBA. Arguments: shorter side of the page pictures OCR reads, most pixels, and
// the place of the page in a TIFF (-1: no TIFF). Exit 3: empty or too large.
const { createCanvas, loadImage } = require('@napi-rs/canvas');

const [page, limit, place] = process.argv.slice(2).map(Number);

function ensureSize(width, height) {
  if (!(width > 0 && height > 0) || width * height > limit) process.exit(3);
}

function canvasOf(width, height) {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return { canvas, context };
}

/** Matrices (a, b, c, d; 1 for "the far side") of TIFF's Orientation, tag 274. */
const TURNS = {
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, 1, 1, 0],
  6: [0, 1, -1, 0],
  7: [0, -1, -1, 0],
  8: [0, -1, 1, 0],
};

/** A page of a TIFF, upright, its pixels square (fax pages have half as many lines as columns an inch). */
function tiffPage(bytes) {
  // The decoder prints what it meets to standard output, where the picture goes.
  const UTIF = require('utif2');
  console.log = () => {};
  const image = UTIF.decode(bytes, { parseMN: false, debug: false })[place];
  ensureSize(image.t256?.[0], image.t257?.[0]);
  UTIF.decodeImage(bytes, image);
  const { width, height } = image;
  const source = createCanvas(width, height);
  const data = source.getContext('2d').createImageData(width, height);
  data.data.set(UTIF.toRGBA8(image).subarray(0, data.data.length));
  source.getContext('2d').putImageData(data, 0, 0);
  const [a, b, c, d] = TURNS[image.t274?.[0]] ?? [1, 0, 0, 1];
  const ratio = perInch(image.t282) / perInch(image.t283);
  const stretch = ratio > 1.2 && ratio < 4 ? ratio : 1;
  const { canvas, context } = canvasOf(
    a === 0 ? height * stretch : width,
    a === 0 ? width : height * stretch,
  );
  context.translate(a + c < 0 ? canvas.width : 0, b + d < 0 ? canvas.height : 0);
  context.transform(a, b, c, d, 0, 0);
  context.scale(1, stretch);
  context.drawImage(source, 0, 0);
  return canvas;
}

function perInch(rational) {
  const [top, bottom] = rational?.[0] ?? [1, 1];
  return top > 0 && bottom > 0 ? top / bottom : 1;
}

/** Sides are brought near the size pages are read at: phone pictures are far larger, thumbnails smaller. */
function sized(picture) {
  const shorter = Math.min(picture.width, picture.height);
  const wanted = shorter > page * 1.3 ? (page * 1.2) / shorter : shorter < 900 ? page / shorter : 1;
  const zoom = Math.min(2.5, wanted);
  const { canvas, context } = canvasOf(picture.width * zoom, picture.height * zoom);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return { canvas, context };
}

async function main(bytes) {
  const picture = place >= 0 ? tiffPage(bytes) : await loadImage(bytes);
  ensureSize(picture.width, picture.height);
  const { canvas, context } = sized(picture);
  process.stdout.write(`${canvas.width} ${canvas.height}\n`);
  process.stdout.write(Buffer.from(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer));
}

const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', () => main(Buffer.concat(chunks)));
