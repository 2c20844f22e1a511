/** What the headings of an answer claim of the lines under them. */
import { fold } from '../../legal/text.ts';
import { hasFact } from '../facts/extract.ts';
import type { StatementSection } from './model.ts';

/** Receiving and appraising are no deciding: the heading over who does it says no more than that. */
const HEADINGS = {
  authority: 'Cơ quan thực hiện',
  steps: 'Trình tự thực hiện',
  dossier: 'Thành phần hồ sơ',
  time_limit: 'Thời hạn giải quyết',
  fee: 'Phí, lệ phí',
} as const;
const NO_CLAIM = 'Nội dung liên quan';
/** In the order of an answer. */
export const HEADING_ORDER: readonly string[] = [...Object.values(HEADINGS), NO_CLAIM];

/** Does a text tell what a heading promises? */
export const TELLS = {
  authority: (text: string) => hasFact(text, 'authority'),
  dossier: (text: string) =>
    hasFact(text, 'paper') || /ho so|giay to|don|ban sao|van ban|ban chinh/.test(fold(text)),
  time_limit: (text: string) =>
    hasFact(text, 'duration') || /trong ngay|ngay khi|ngay sau|lap tuc|thoi han/.test(fold(text)),
  fee: (text: string) =>
    hasFact(text, 'amount') || /phi(?![\p{L}])|mien|khong thu|muc thu|hoi dong nhan dan/u.test(fold(text)),
} as const satisfies Partial<Record<StatementSection, (text: string) => boolean>>;

type Claiming = keyof typeof TELLS;
const isClaiming = (section: StatementSection): section is Claiming => section in TELLS;

/** Is a text under a heading that it does not fill, while it tells what another promises ("Phí: 05 ngày")? */
export function isMisplaced(section: StatementSection, text: string): boolean {
  if (!isClaiming(section) || TELLS[section](text)) return false;
  return Object.values(TELLS).some((tells) => tells(text));
}

/** @returns undefined for what stands under none: conclusion and caveats */
export function headingOf(section: StatementSection, text: string): string | undefined {
  if (section === 'conclusion' || section === 'caveats') return undefined;
  return isMisplaced(section, text) ? NO_CLAIM : HEADINGS[section];
}
