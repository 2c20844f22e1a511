import { createRequire } from 'node:module';

type Canvas = import('@napi-rs/canvas').Canvas;
type Context = import('@napi-rs/canvas').SKRSContext2D;
const { createCanvas, GlobalFonts } = createRequire(import.meta.url)(
  '@napi-rs/canvas',
) as typeof import('@napi-rs/canvas');

/** Drawn pages need a font with Vietnamese letters; tests that draw are skipped where the machine has none. */
export const CAN_DRAW = GlobalFonts.has('DejaVu Serif');

/** A4 at 150 dpi. */
const WIDTH = 1240;
const HEIGHT = 1754;

export interface Stamp {
  readonly text: string;
  /** Centre, as shares of the page's sides. */
  readonly x: number;
  readonly y: number;
  readonly colour?: string;
  /** Radians, clockwise. */
  readonly turn?: number;
  readonly box?: boolean;
  readonly size?: number;
  /** Holes in a quarter of the ink. */
  readonly worn?: boolean;
}

export interface PageOptions {
  readonly stamps?: readonly Stamp[];
  /** Lines of the body, below the head. */
  readonly body?: readonly string[];
  readonly head?: boolean;
  /** Radians by which the whole page is turned. */
  readonly skew?: number;
}

export const BODY = [
  'Kính gửi: Ủy ban nhân dân các xã, phường.',
  'Thực hiện chỉ đạo của Chủ tịch Ủy ban nhân dân thành phố về công tác cải cách',
  'hành chính, Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường báo cáo kết quả',
  'tiếp nhận và giải quyết thủ tục hành chính trong quý III theo mẫu gửi kèm.',
  '1. Báo cáo gửi về Sở Nội vụ trước ngày 15 tháng 10 để tổng hợp.',
  '2. Trong quá trình thực hiện, nếu có vướng mắc đề nghị phản ánh kịp thời.',
] as const;

/** An official letter as a scanner sees it: a colour picture of one page. */
export function drawnPage({ stamps = [], body = BODY, head = true, skew = 0 }: PageOptions = {}): Canvas {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fdfdfb';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.translate(WIDTH / 2, HEIGHT / 2);
  context.rotate(skew);
  context.translate(-WIDTH / 2, -HEIGHT / 2);
  context.fillStyle = '#1a1a1a';
  if (head) drawHead(context);
  context.font = '26px "DejaVu Serif"';
  body.forEach((line, i) => {
    context.fillText(line, 120, 520 + i * 46);
  });
  for (const stamp of stamps) drawStamp(context, stamp);
  return canvas;
}

function drawHead(context: Context): void {
  const centred = (text: string, x: number, y: number, bold: boolean) => {
    context.font = `${bold ? 'bold ' : ''}22px "DejaVu Serif"`;
    context.fillText(text, x - context.measureText(text).width / 2, y);
  };
  centred('UBND THÀNH PHỐ HUẾ', 320, 130, false);
  centred('SỞ NỘI VỤ', 320, 165, true);
  centred('Số: 1234/SNV-CCHC', 320, 225, false);
  centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 860, 130, true);
  centred('Độc lập - Tự do - Hạnh phúc', 860, 165, true);
  centred('Huế, ngày 12 tháng 9 năm 2025', 860, 225, false);
}

function drawStamp(context: Context, stamp: Stamp): void {
  const { text, x, y, colour = '#c8202c', turn = 0, box = true, size = 34, worn = false } = stamp;
  context.save();
  context.translate(x * WIDTH, y * HEIGHT);
  context.rotate(turn);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.font = `bold ${size}px "DejaVu Sans"`;
  const width = context.measureText(text).width;
  context.fillText(text, -width / 2, size * 0.36);
  if (box) {
    context.lineWidth = 4;
    context.strokeRect(-width / 2 - size * 0.5, -size * 0.9, width + size, size * 1.8);
  }
  if (worn) drawHoles(context, width / 2 + size, size);
  context.restore();
}

/** Dots of paper where the ink is worn, by a golden-ratio sequence (R2): spread evenly, the same on each run. */
function drawHoles(context: Context, reach: number, height: number): void {
  context.fillStyle = '#fdfdfb';
  const count = Math.round((reach * 2 * height * 2) / 36);
  for (let i = 0; i < count; i++)
    context.fillRect(((i * 0.7549) % 1) * 2 * reach - reach, ((i * 0.5698) % 1) * 2 * height - height, 3, 3);
}

/** One page as the PNG a phone or scanner sends. */
export function drawnPng(options: PageOptions = {}): Uint8Array {
  return new Uint8Array(drawnPage(options).toBuffer('image/png'));
}

/** A stamp alone, as it is scanned and put into documents. */
export function stampPicture(stamp: Pick<Stamp, 'text' | 'colour' | 'turn' | 'box'>): Canvas {
  const canvas = createCanvas(320, 130);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 320, 130);
  drawStamp(context, { x: 160 / WIDTH, y: 65 / HEIGHT, size: 40, ...stamp });
  return canvas;
}
