import { expect, it } from 'vitest';
import type { DocumentId, IsoDate } from '../../../src/legal/model.ts';
import { isMeant } from '../../../src/legal/numbers/same-document.ts';

const STP = 'Sở Tư pháp thành phố Huế';
const letter = (date: IsoDate | undefined, issuer: string | undefined = STP) => ({
  id: ['45/STP-HCTP', 'x', date ?? ''].join('@') as DocumentId,
  number: '45/STP-HCTP',
  ...(issuer !== undefined && { issuer }),
  ...(date !== undefined && { date }),
});
const act = (sentence: string, date: IsoDate = '2026-11-10', issuer = STP) => ({
  sentence,
  by: { issuer, date },
});

it.each([
  ['no day is said', '2026-02-03', 'thay thế Công văn số 45/STP-HCTP', true],
  ['the day said', '2026-02-03', 'thay thế Công văn số 45/STP-HCTP ngày 03/02/2026', true],
  ['in words', '2026-02-03', 'thay thế Công văn số 45/STP-HCTP ngày 03 tháng 02 năm 2026 của Sở', true],
  ['of last year', '2026-02-03', 'thay thế Công văn số 45/STP-HCTP ngày 04/02/2025 của Sở', false],
  ['the day of effect', '2026-02-03', 'bãi bỏ Công văn số 45/STP-HCTP từ ngày 01/12/2026', true],
  [
    'the day of another number',
    '2026-02-03',
    'bãi bỏ Công văn số 45/STP-HCTP, Công văn số 9/STP-HCTP ngày 01/02/2025',
    true,
  ],
  [
    'both years',
    '2026-02-03',
    'bãi bỏ Công văn số 45/STP-HCTP ngày 04/02/2025, Công văn số 45/STP-HCTP ngày 03/02/2026',
    true,
  ],
  [
    'a day that the document does not have',
    undefined,
    'thay thế Công văn số 45/STP-HCTP ngày 03/02/2026',
    true,
  ],
] as const)('a letter whose number comes again each year: %s', (_, date, sentence, meant) => {
  expect(isMeant(letter(date), act(sentence))).toBe(meant);
});

it('nothing acts on what was issued after it', () => {
  expect(isMeant(letter('2026-02-03'), act('thay thế Công văn số 45/STP-HCTP', '2025-12-01'))).toBe(false);
});

it('the body is the same in any spelling, and across the change of the province to a city', () => {
  const says = 'thay thế Công văn số 45/STP-HCTP';
  const of = (issuer: string | undefined, by: string) =>
    isMeant(letter('2024-02-03', issuer), act(says, '2026-11-10', by));
  expect(of('Sở Tư pháp thành phố Huế.', STP)).toBe(true);
  expect(of('Sở Tư pháp tỉnh Thừa Thiên Huế', STP)).toBe(true);
  expect(of('Sở Tư pháp tỉnh Quảng Trị', STP)).toBe(false);
  expect(of('Sở Nội vụ thành phố Huế', STP)).toBe(false);
  expect(of('Ủy ban nhân dân phường Thuận Hóa, thành phố Huế', 'Ủy ban nhân dân thành phố Huế')).toBe(false);
  expect(of('UBND tỉnh Thừa Thiên Huế', 'Ủy ban nhân dân thành phố Huế')).toBe(true);
});

it('a number that one text alone has decides by itself', () => {
  const decree = { id: '120/2025/NĐ-CP' as DocumentId, number: '120/2025/NĐ-CP', date: '2025-06-11' };
  expect(isMeant(decree, act('bãi bỏ Nghị định số 120/2025/NĐ-CP ngày 01/01/2020'))).toBe(true);
});
