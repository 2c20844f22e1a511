/** How much of a made-up list of people and numbers is masked, in the forms in which officials type; docs/llm.md. */
import { describe, expect, it } from 'vitest';
import { mask } from '../../../src/legal/privacy/privacy.ts';
import { fold } from '../../../src/legal/text.ts';

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Võ',
  'Đặng',
  'Bùi',
  'Hồ',
  'Tôn Thất',
  'Đoàn',
];
const GIVEN = [
  'Văn An',
  'Thị Bích Ngọc',
  'Minh Tuấn',
  'Thị Hồng',
  'Quốc Bảo',
  'Thanh Hà',
  'Đức Long',
  'Thị Kim Chi',
  'Hữu Phước',
  'Ngọc Mai',
];
const TITLES = ['ông', 'bà', 'anh', 'chị', 'cháu'];
/** What stands around a name: at the start, inside, at the end. */
const AROUND: readonly ((name: string) => string)[] = [
  (name) => `${name} muốn đăng ký tạm trú thì nộp giấy gì`,
  (name) => `hồ sơ của ${name} thiếu giấy khai sinh thì sao`,
  (name) => `cấp lại căn cước cho ${name}`,
];
const AS_TYPED = {
  'as written': (text) => text,
  'small letters': (text) => text.toLowerCase(),
  'without diacritics': (text) => capitalised(fold(text), text),
  'small letters without diacritics': fold,
} as const satisfies Record<string, (text: string) => string>;
/** The least share of the 120; figures in docs/llm.md. */
const FORMS: readonly (readonly [keyof typeof AS_TYPED, number])[] = [
  ['as written', 1],
  ['without diacritics', 1],
  ['small letters', 0.9],
  ['small letters without diacritics', 0.7],
];

/** The capitals of `like`, letter for letter. */
const capitalised = (folded: string, like: string) =>
  [...folded].map((ch, i) => (/\p{Lu}/u.test(like[i] ?? '') ? ch.toUpperCase() : ch)).join('');

const PHONES = [
  '0912345678',
  '0912 345 678',
  '091 234 5678',
  '09 12 34 56 78',
  '0912.345.678',
  '0912-345-678',
  '+84 912 345 678',
  '(+84) 912345678',
  '84912345678',
  '0 9 1 2 3 4 5 6 7 8',
  '(0912) 345 678',
  '0912_345_678',
  '0912/345/678',
  '0912, 345, 678',
  '0234 3822 345',
];

/** @returns the share whose every part is masked, and those that are not */
function masked(list: readonly { readonly text: string; readonly secret: string }[]) {
  const left = list.filter(({ text, secret }) => mask(text).masked.includes(secret));
  return { share: 1 - left.length / list.length, left: left.map(({ text }) => text) };
}

describe('of a made-up list', () => {
  const people = FAMILIES.flatMap((family) => GIVEN.map((given) => `${family} ${given}`));

  it.each(FORMS)('names after a form of address, %s: a share of %d is masked', (form, least) => {
    const typed = AS_TYPED[form];
    const list = people.flatMap((name, i) => {
      const around = AROUND[i % AROUND.length]!;
      const title = TITLES[i % TITLES.length]!;
      return [{ text: typed(around(`${title} ${name}`)), secret: typed(name) }];
    });
    expect(masked(list).share).toBeGreaterThanOrEqual(least);
  });

  it('names alone are masked where a middle name tells them, in capitals', () => {
    const list = people.map((name, i) => ({ text: AROUND[i % AROUND.length]!(name), secret: name }));
    const withMiddle = list.filter(({ secret }) => / (?:Văn|Thị) /u.test(secret));
    expect(masked(withMiddle).share).toBeGreaterThan(0.9);
    // "Trần Thanh Hà" without a form of address may be a street, a school, a firm.
    expect(masked(list).share).toBeGreaterThan(0.3);
  });

  it('telephone numbers are masked however they are spaced', () => {
    const left = PHONES.filter((phone) =>
      /\d{3}|\d{2}[^\d\n]\d/.test(mask(`gọi số ${phone} hỏi giúp`).masked.replace(/\[[^\]]*\]/g, '')),
    );
    expect(left).toEqual([]);
  });
});
