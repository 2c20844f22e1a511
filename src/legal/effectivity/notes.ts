import { addMonths, daysBetween } from '../calendar/dates.ts';
import { printDate } from '../citation-label.ts';
import type { CitationPath, IsoDate, PartTerm, RelationKind } from '../model.ts';
import type { ActingRelation, EffectFacts, EndedBasis, Stop } from './facts.ts';

/** A coming end is told this many months before it. */
const NEAR_MONTHS = 6;

/** A consolidation stands and falls with the text it gives. */
function whole({ via }: ActingRelation): string {
  return via === undefined ? '' : `Văn bản được hợp nhất (${via}) `;
}

export function endedNote(act: ActingRelation): string {
  const verb = act.kind === 'replaces' ? 'thay thế' : 'bãi bỏ';
  return capitalise(
    `${whole(act)}đã được ${verb} bởi ${act.byNumber} từ ngày ${printDate(act.effectiveFrom!)}.`,
  );
}

export function suspendedNote(act: ActingRelation): string {
  return capitalise(
    `${whole(act)}ngưng hiệu lực theo ${act.byNumber} từ ngày ${printDate(act.effectiveFrom!)}${act.until === undefined ? '' : ` đến hết ngày ${printDate(act.until)}`}.`,
  );
}

const DID: Partial<Record<RelationKind, string>> = {
  replaces: 'thay thế',
  amends: 'sửa đổi',
  suspends: 'ngưng hiệu lực',
};

/** What ended or changed this text is suspended: nothing is said of whether the older rule comes back. */
export function stoppedNote(act: ActingRelation, { byNumber, from, until }: Stop): string {
  const end = until === undefined ? '' : ` đến hết ngày ${printDate(until)}`;
  return `${act.byNumber} đã ${DID[act.kind] ?? 'bãi bỏ'} nội dung này nhưng đang ngưng hiệu lực theo ${byNumber} từ ngày ${printDate(from)}${end}; cần đọc ${byNumber} để biết quy định nào được áp dụng trong thời gian đó.`;
}

export function extendedNote({ byNumber, until }: ActingRelation): string {
  return `Được kéo dài theo ${byNumber}, áp dụng đến hết ngày ${printDate(until!)}.`;
}

/** Parts of what is asked about that are not in force on the day (`partsElsewhen`); nothing where there are none. */
export function partsNote(parts: readonly PartTerm[]): string | undefined {
  if (parts.length === 0) return undefined;
  const told = parts.map(({ path, from, to }) =>
    from !== undefined
      ? `${printPath(path)} có hiệu lực từ ngày ${printDate(from)}`
      : `${printPath(path)} áp dụng đến hết ngày ${printDate(to!)}`,
  );
  return `Riêng ${told.join('; ')}.`;
}

/** Amended without a word on which parts; where a consolidation has the text as amended, it is named. */
export function vaguelyAmendedNote(acts: readonly ActingRelation[]): string {
  const by = [...new Set(acts.map(({ byNumber }) => byNumber))];
  const named =
    by.length > 3 ? `${by.slice(0, 3).join(', ')} và ${by.length - 3} văn bản khác` : by.join(', ');
  const [first] = acts;
  const later = first!.via === undefined ? '' : ' sau bản hợp nhất này';
  const where = first!.reportedIn === undefined ? '' : ` (văn bản hợp nhất ${first!.reportedIn})`;
  return `${whole(first!) || 'Văn bản '}đã được sửa đổi, bổ sung bởi ${named}${later}; cần đối chiếu nội dung mới${where}.`;
}

export function partlyNote({ kind, byNumber, effectiveFrom, targetPath }: ActingRelation): string {
  const done =
    kind === 'amends' ? 'được sửa đổi, bổ sung' : kind === 'suspends' ? 'ngưng hiệu lực' : 'được bãi bỏ';
  const part = targetPath === undefined ? 'Một phần' : capitalise(printPath(targetPath));
  return `${part} đã ${done} bởi ${byNumber} từ ngày ${printDate(effectiveFrom!)}.`;
}

/** A document may take effect on one day and apply from the budget year after. */
export function startNote(from: IsoDate, part: PartTerm | undefined): string {
  const isWhole = part !== undefined && Object.keys(part.path).length === 0;
  return `${isWhole ? 'Áp dụng' : 'Có hiệu lực'} từ ngày ${printDate(from)}.`;
}

/** Asked about for a day before its document took effect, a part that applies to that day all the same. */
export function retroactiveNote(
  { effectiveFrom }: EffectFacts,
  part: PartTerm | undefined,
  date: IsoDate,
): string | undefined {
  if (part?.from === undefined || effectiveFrom === undefined || date >= effectiveFrom) return undefined;
  return `Văn bản có hiệu lực từ ngày ${printDate(effectiveFrom)} và quy định nội dung này áp dụng từ ngày ${printDate(part.from)}.`;
}

function printPath({ diem, khoan, dieu, phuLuc, chuong }: CitationPath): string {
  const words = [
    diem && `điểm ${diem}`,
    khoan && `khoản ${khoan}`,
    dieu && `Điều ${dieu}`,
    chuong && `Chương ${chuong}`,
    phuLuc && (/^[IVXLC\d]/u.test(phuLuc) ? `Phụ lục ${phuLuc}` : phuLuc),
  ];
  return words.filter(Boolean).join(' ');
}

export function sunsetNote(
  { sunset }: EffectFacts,
  to: IsoDate | undefined,
  date: IsoDate,
): string | undefined {
  if (to === undefined || addMonths(date, NEAR_MONTHS) < to) return undefined;
  const earlier = sunset?.earlierByLaterText
    ? ' Từng quy định hết hiệu lực sớm hơn khi văn bản ban hành sau về nội dung đó có hiệu lực.'
    : '';
  return `Chỉ có hiệu lực đến hết ngày ${printDate(to)} (còn ${daysBetween(date, to)} ngày) nếu không được kéo dài.${earlier}`;
}

export function endNote({ sunset }: EffectFacts, to: IsoDate): string {
  const extension =
    sunset === undefined
      ? ''
      : ' theo chính quy định của văn bản; cần kiểm tra có quyết định kéo dài hay không';
  return `Hết hiệu lực sau ngày ${printDate(to)}${extension}.`;
}

/** Of a document issued, or a summary written, after the day asked about. */
export function laterNote(date: IsoDate, ownWords = false): string {
  return ownWords
    ? `Tài liệu tổng hợp về quy định có sau ngày được hỏi, đối chiếu ngày ${printDate(date)}.`
    : `Ban hành ngày ${printDate(date)}, sau ngày được hỏi.`;
}

/** Of a summary asked about for a day before it was checked. */
export function summaryNote(checked: IsoDate): string {
  return `Nội dung được đối chiếu ngày ${printDate(checked)}, sau ngày được hỏi; chưa đối chiếu với quy định có hiệu lực vào ngày được hỏi.`;
}

/** Law 64/2025/QH15, Điều 57 is in force from this day. */
const LAW_64_FROM = '2025-04-01';

/**
 * What implements an ended text: from 1/4/2025 it goes on where it is not contrary until announced ended (Law
 * 64/2025/QH15, Điều 57); before, under the law of 2015, it ended with it but for what was kept. Neither says which
 * provisions those are, so the reader is told the rule and what is not known.
 */
export function basisNote({ number, byNumber, endedOn }: EndedBasis): string {
  const by = byNumber === undefined ? '' : ` (bởi ${byNumber})`;
  const since = endedOn === undefined ? '' : ` từ ngày ${printDate(endedOn)}`;
  const ended = `Văn bản gốc mà văn bản này quy định chi tiết, hướng dẫn hoặc sửa đổi là ${number} đã hết hiệu lực${since}${by}`;
  if (endedOn === undefined) return `${ended}; chưa xác định quy định này còn áp dụng hay không.`;
  return endedOn < LAW_64_FROM
    ? `${ended}. Theo Luật Ban hành văn bản quy phạm pháp luật năm 2015, văn bản quy định chi tiết hết hiệu lực cùng văn bản gốc, trừ phần được giữ lại; kho hiện có không cho biết phần nào được giữ lại.`
    : `${ended}. Theo Luật số 64/2025/QH15 (từ ngày ${printDate(LAW_64_FROM)}), phần không trái quy định mới còn áp dụng đến khi có công bố hết hiệu lực; kho hiện có không cho biết quy định này thuộc phần nào.`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
