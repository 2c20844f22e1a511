import type { Span } from '../../legal/model.ts';
import { findPersonalData, type PersonalDataKind, type PersonalDatum } from '../../legal/privacy/privacy.ts';
import { fold } from '../../legal/text.ts';
import type { ReadPage, ReadValue } from '../model.ts';

/** Names stand in every official document (signers, recipients) and are no secret there; what identifies a private
 * person beside a name is (Law 91/2025/QH15, decree 356/2025/NĐ-CP). */
export type PrivateKind = Exclude<PersonalDataKind, 'name'>;

export interface PrivateFinding {
  readonly kind: PrivateKind;
  /** 1-based. */
  readonly page: number;
  /** Enough to find the place on the paper, not enough to use: "07••••••••56". */
  readonly masked: string;
}

/** What stands in the text instead. */
const PLACE: Readonly<Record<PrivateKind, string>> = {
  cccd: '[số định danh đã che]',
  cmnd: '[số CMND đã che]',
  phone: '[số điện thoại đã che]',
  email: '[thư điện tử đã che]',
  account: '[số tài khoản đã che]',
  birth_date: '[ngày sinh đã che]',
  plate: '[biển xe đã che]',
};

/** Personal data of a read file, in order. */
export function findPrivate(value: ReadValue): PrivateFinding[] {
  return value.pages.flatMap((page) =>
    privateSpans(page.text).map(({ kind, start, end }) => ({
      kind,
      page: page.page,
      masked: veiled(page.text.slice(start, end)),
    })),
  );
}

/** The same file with personal data taken out, page by page. */
export function withoutPersonalData(value: ReadValue): ReadValue {
  return { ...value, pages: value.pages.map((page): ReadPage => ({ ...page, text: masked(page.text) })) };
}

/** Papers that list people say so somewhere on the page. */
const OF_PEOPLE = /cmnd|cmt|cccd|can cuoc|chung minh|dinh danh|ho (?:va )?ten/u;

function privateSpans(text: string): { kind: PrivateKind; start: number; end: number }[] {
  const found = findPersonalData(text);
  const ofPeople = OF_PEOPLE.test(fold(text));
  return found.flatMap(({ kind, span }) =>
    kind === 'name' || (kind === 'cmnd' && !ofPeople && !namesSomebody(text, span, found))
      ? []
      : [{ kind, ...span }],
  );
}

/** Nine digits alone are an amount as often as an identity number (tables of budgets are full of them): they count where
 * the page lists people or their own line names one. */
function namesSomebody(text: string, { start, end }: Span, found: readonly PersonalDatum[]): boolean {
  const from = text.lastIndexOf('\n', start) + 1;
  const to = text.indexOf('\n', end);
  return found.some(({ kind, span }) => kind === 'name' && span.start >= from && (to < 0 || span.end <= to));
}

function masked(text: string): string {
  let current = text;
  // Taking one number out can uncover another, so look until nothing is left.
  for (let found = privateSpans(current); found.length > 0; found = privateSpans(current)) {
    let out = '';
    let at = 0;
    for (const { kind, start, end } of found) {
      out += current.slice(at, start) + PLACE[kind];
      at = end;
    }
    current = out + current.slice(at);
  }
  return current;
}

function veiled(text: string): string {
  const shown = text.length >= 8 ? 2 : 1;
  return text.slice(0, shown) + '•'.repeat(Math.max(1, text.length - 2 * shown)) + text.slice(-shown);
}
