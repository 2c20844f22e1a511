import { type ChannelRow, parseChannelTable } from '../../legal/procedure/cach-thuc.ts';
import { slice } from '../../legal/procedure/spans.ts';
import { lettersAndDigits } from '../../legal/text.ts';
import type { Shape } from '../question.ts';
import { quoteText } from '../quote.ts';
import type { Candidate } from './candidates.ts';
import { excerpt } from './excerpt.ts';
import { handInClause } from './hand-in.ts';
import type { Pick } from './select.ts';

/** What a statement of each kind is introduced with. */
export const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  duration: 'Thời hạn',
  validity: 'Giá trị sử dụng',
  money: 'Phí, lệ phí',
  form: 'Biểu mẫu',
  papers: 'Hồ sơ',
  signer: 'Thẩm quyền',
  actor: 'Người, cơ quan thực hiện',
  applicant: 'Người yêu cầu',
  place: 'Nơi thực hiện',
  channel: 'Cách nộp',
  legal: 'Căn cứ',
  result: 'Kết quả',
  condition: 'Điều kiện',
  quantity: 'Mức, số lượng',
  steps: 'Cách làm',
};

/** Beginnings that say what kind of fact follows, so that no label is put before them. */
const SAYS_ITSELF: Readonly<Partial<Record<Shape, RegExp>>> = {
  duration: /^(?:thời hạn|thời gian|trong (?:thời hạn|vòng)|ngay |chậm nhất)/iu,
  validity: /giá trị|hiệu lực|thời hạn/iu,
  money: /^(?:phí|lệ phí|mức (?:thu|phí)|miễn (?:phí|lệ phí)|không thu)/iu,
  form: /^(?:mẫu|biểu mẫu)/iu,
  papers: /^(?:hồ sơ|thành phần hồ sơ)/iu,
  signer: /^(?:thẩm quyền|người ký|chủ tịch .{0,60} (?:ký|quyết định|cấp|xem xét))/iu,
  place: /^(?:nơi |nộp |gửi )/iu,
  legal: /^căn cứ/iu,
  result: /^kết quả/iu,
  condition: /^(?:điều kiện|yêu cầu|đối tượng)/iu,
  steps: /^(?:bước|trình tự)/iu,
};

const CONTEXT_CHARS = 90;
/** Headings that only repeat the part's name or announce a list, and the head of a table row run together. */
const SAYS_NOTHING =
  /^(?:(?:trình tự|cách thức|thành phần|hồ sơ|thời hạn|cơ quan)[^:,]{0,40}|(?:cụ thể|lưu ý|như sau|ghi chú)[^:,]{0,20}):?\s*$|^(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính)\d/iu;

/** One pick in words: a table row with its cells named; a sentence shortened to what matters, under the heading it
 * stands under in the source ("không được chứng thực:" turns the sense of what follows). */
export function statement(pick: Pick, terms: readonly string[], max: number): string {
  const { candidate, shapes } = pick.scored;
  if (candidate.kind === 'channel') {
    const row = channelStatement(candidate.text, shapes);
    if (row !== undefined) return balanced(excerpt(row, [], max));
  }
  const plain = bare(candidate.kind === 'paper' ? paperStatement(candidate) : textOf(candidate));
  const from = shapes.includes('place') && plain.length > max ? (handInClause(plain) ?? 0) : 0;
  const focus = candidate.kind === 'prose' && from === 0 ? terms : [];
  const shown = balanced(excerpt(plain.slice(from).replace(/[;,\s]+$/u, ''), focus, max));
  const said = from === 0 ? shown : `… ${shown}`;
  if (candidate.context === undefined || SAYS_NOTHING.test(bare(candidate.context))) return said;
  const context = balanced(excerpt(bare(candidate.context).replace(/[:\s]+$/u, ''), [], CONTEXT_CHARS));
  return lettersAndDigits(said).startsWith(lettersAndDigits(context)) ? said : `${context}: ${said}`;
}

/** The statement with the name of its kind of fact before it, unless it begins with that itself. */
export function labelled(shape: Shape | undefined, said: string): string {
  if (shape === undefined || SAYS_ITSELF[shape]?.test(said)) return said;
  return `${SHAPE_WORDS[shape]}: ${said.replace(/^Bước \d+\s*[:.]\s*/u, '')}`;
}

/** Without parentheses that open or close nothing: a sentence cut out of a table cell often has one. */
function balanced(text: string): string {
  const open: number[] = [];
  const lone = new Set<number>();
  for (const [i, char] of [...text].entries()) {
    if (char === '(') open.push(i);
    else if (char === ')' && open.pop() === undefined) lone.add(i);
  }
  for (const at of open) lone.add(at);
  if (lone.size === 0) return text;
  return [...text]
    .map((char, i) => (lone.has(i) ? ' ' : char))
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,;:])/gu, '')
    .replace(/^[-–.,;:\s]+/u, '')
    .trim();
}

/** Without the mark of a list: "- ", "(ii) ", "a) ", "2. ". */
function bare(text: string): string {
  return text
    .replace(/^[-+*•–\s]+/u, '')
    .replace(/^(?:\(?(?:[ivx]{1,4}|[a-zđ])\)|\d{1,2}\.)\s+(?=\p{L})/u, '');
}

function textOf({ chunk, span, seams, text }: Candidate): string {
  return seams.length > 0 ? quoteText({ chunk, ...span, seams }) : text;
}

/** A row of the dossier without the name of the portal's file, its quantity in parentheses. */
function paperStatement(candidate: Candidate): string {
  const { chunk, span, seams } = candidate;
  // A row has its paper, perhaps the file of the form, and its quantity: the file's name tells a citizen nothing.
  const withoutFile =
    seams.length === 2
      ? `${chunk.text.slice(span.start, seams[0])}; ${chunk.text.slice(seams[1], span.end)}`
      : textOf(candidate);
  return withoutFile
    .replace(/\s+/gu, ' ')
    .replace(/[;.,\s]*((?:\d+ bản (?:chính|sao|chụp)[,; ]*)+)$/u, (_, counts: string) => {
      const some = counts.match(/[1-9]\d* bản (?:chính|sao|chụp)/gu);
      return some ? ` (${some.join(', ')})` : '';
    });
}

/** "Trực tuyến30 Ngày làm việcMiễn phíTrực tiếp30 Ngày làm việcMiễn phí" → "Thời hạn: 30 ngày làm việc; phí, lệ phí:
 * Miễn phí (trực tuyến, trực tiếp)"; only what was asked for, where the row has it. */
function channelStatement(text: string, asked: readonly Shape[]): string | undefined {
  const { rows } = parseChannelTable(text);
  const row = rows[0];
  if (!row) return undefined;
  const note = row.description && slice(text, row.description);
  const time = timeOf(text, row, note);
  const fee = row.fee && `phí, lệ phí: ${slice(text, row.fee).replace(/(?<=\p{L})\(/gu, ' (')}`;
  const wanted = [
    ...(asked.includes('duration') && time ? [time] : []),
    ...(asked.includes('money') && fee ? [fee] : []),
  ];
  const cells = wanted.length > 0 ? wanted : [time, fee].filter((cell) => cell !== undefined);
  const unsplit = row.unsplit && `thời hạn và phí in liền “${slice(text, row.unsplit)}”`;
  const parts = [...(unsplit ? [unsplit] : []), ...cells];
  const channels = [...new Set(rows.map((r) => slice(text, r.channel).toLowerCase()))].join(', ');
  if (parts.length === 0) return note && `${capital(channels)}: ${note}`;
  const more = note && !(time && parts.includes(time) && time.includes(note)) ? `. ${note}` : '';
  if (asked.includes('channel') && wanted.length === 0) return `${channels} (${parts.join('; ')})${more}`;
  return `${capital(parts.join('; '))} (${channels})${more}`;
}

/** "6 Ngày làm việc" with the remark "06 ngày làm việc, kể từ ngày nhận đủ hồ sơ" is said once, in the fuller words. */
function timeOf(text: string, { time }: ChannelRow, note: string | undefined): string | undefined {
  if (!time) return undefined;
  const printed = slice(text, time.span).replace(/\p{Lu}/u, (letter) => letter.toLowerCase());
  const fuller = note !== undefined && note.length <= 160 && key(note).startsWith(key(printed));
  if (time.unit && fuller) return `thời hạn: ${note}`;
  return `thời hạn: ${printed}${time.unit ? '' : ' (bản công bố không ghi đơn vị)'}`;
}

function key(text: string): string {
  return lettersAndDigits(text.replace(/^0+(?=\d)/u, ''));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
