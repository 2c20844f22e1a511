import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/ingest/inspect.ts';
import { decodeImage } from '../../../src/ingest/readers/ocr/decode-image.ts';
import { type OcrEngine, openOcrEngine } from '../../../src/ingest/readers/ocr/engine.ts';
import { findStampMarks } from '../../../src/ingest/readers/ocr/stamp-marks.ts';
import { levelOfStampText } from '../../../src/ingest/safety/stamp-words.ts';
import { CAN_DRAW, drawnPng, type Stamp } from './drawn-page.ts';

describe('words of a stamp as OCR reads them', () => {
  it.each([
    ['MẬT', 'MẬT'],
    ['| MÂT |', 'MẬT'],
    ['[mệT', 'MẬT'],
    ['M Ậ T', 'MẬT'],
    ['TÓI MẬT', 'TỐI MẬT'],
    ['TUYET MAT', 'TUYỆT MẬT'],
    ['[TUYE BẬT]', 'TUYỆT MẬT'],
    ['[TuYET mạ]', 'TUYỆT MẬT'],
  ])('"%s"', (read, level) => {
    expect(levelOfStampText(read)).toBe(level);
  });

  it.each([
    'KHẨN',
    'HỎA TỐC',
    'SAO Y',
    'CÔNG VĂN ĐẾN',
    'ĐÃ THU TIỀN MẶT',
    'TUYÊN TRUYỀN',
    'BẢO MẬT',
    'BÍ MẬT',
    'MẬT KHẨU',
    '',
  ])('"%s" is none', (read) => {
    expect(levelOfStampText(read)).toBeUndefined();
  });
});

const UNDER_NUMBER = { x: 0.26, y: 0.175 };

describe.skipIf(!CAN_DRAW)(
  'stamps drawn on a page (skipped without a font that has Vietnamese letters)',
  () => {
    let engine: OcrEngine;
    beforeAll(async () => {
      engine = await openOcrEngine();
    });
    afterAll(() => engine.close());
    const marksOf = async (...stamps: Stamp[]) =>
      findStampMarks(await decodeImage(drawnPng({ stamps })), engine.readLine);

    it.each<[string, Stamp, string]>([
      ['in a red frame', { text: 'MẬT', ...UNDER_NUMBER }, 'MẬT'],
      ['a little turned', { text: 'MẬT', ...UNDER_NUMBER, turn: 0.08 }, 'MẬT'],
      ['much turned', { text: 'TỐI MẬT', ...UNDER_NUMBER, turn: -0.2 }, 'TỐI MẬT'],
      ['pale', { text: 'TUYỆT MẬT', ...UNDER_NUMBER, colour: '#e07078' }, 'TUYỆT MẬT'],
      ['dark red', { text: 'MẬT', ...UNDER_NUMBER, colour: '#7a1a20' }, 'MẬT'],
      ['black, as on a photocopy', { text: 'TỐI MẬT', ...UNDER_NUMBER, colour: '#222222' }, 'TỐI MẬT'],
      ['gray and turned', { text: 'MẬT', ...UNDER_NUMBER, colour: '#606060', turn: 0.1 }, 'MẬT'],
      ['blue', { text: 'TỐI MẬT', ...UNDER_NUMBER, colour: '#2030a0', turn: 0.1 }, 'TỐI MẬT'],
      ['letters set apart', { text: 'M Ậ T', ...UNDER_NUMBER }, 'MẬT'],
      ['without a frame', { text: 'MẬT', ...UNDER_NUMBER, box: false, size: 22 }, 'MẬT'],
      ['over the number', { text: 'MẬT', x: 0.26, y: 0.125 }, 'MẬT'],
      ['in the upper corner', { text: 'MẬT', x: 0.9, y: 0.04, size: 26 }, 'MẬT'],
      ['of worn ink', { text: 'TUYỆT MẬT', ...UNDER_NUMBER, worn: true }, 'TUYỆT MẬT'],
      ['at the foot', { text: 'TUYỆT MẬT', x: 0.5, y: 0.96 }, 'TUYỆT MẬT'],
    ])('%s', async (_, stamp, level) => {
      expect(await marksOf(stamp)).toEqual([{ level, height: expect.closeTo(stamp.y, 1) }]);
    });

    it('other stamps and a clean page have none', async () => {
      expect(await marksOf()).toEqual([]);
      expect(
        await marksOf(
          { text: 'HỎA TỐC', ...UNDER_NUMBER, turn: 0.1 },
          { text: 'CÔNG VĂN ĐẾN', x: 0.8, y: 0.25 },
          { text: 'KHẨN', x: 0.26, y: 0.25, colour: '#222222' },
        ),
      ).toEqual([]);
    });

    it('a stamped picture is refused and nothing of it is shown', async () => {
      const seen = await inspectFile(drawnPng({ stamps: [{ text: 'MẬT', ...UNDER_NUMBER }] }), 'van-ban.png');
      expect(seen).toMatchObject({ status: 'refused', text: '', header: {} });
      expect(seen.reason).toMatch(/dấu MẬT/);
    });
  },
);
