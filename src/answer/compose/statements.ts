import { parseChannelTable } from '../../legal/procedure/cach-thuc.ts';
import { slice } from '../../legal/procedure/spans.ts';
import type { Shape } from '../question.ts';
import { quoteText } from '../quote.ts';
import { excerpt } from './excerpt.ts';
import type { Pick } from './select.ts';

/** What a statement of each kind is introduced with. */
export const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  duration: 'Thời hạn',
  money: 'Phí, lệ phí',
  form: 'Biểu mẫu',
  papers: 'Hồ sơ',
  signer: 'Thẩm quyền',
  actor: 'Người, cơ quan thực hiện',
  place: 'Nơi thực hiện',
  legal: 'Căn cứ',
  result: 'Kết quả',
  condition: 'Điều kiện',
  quantity: 'Mức, số lượng',
  steps: 'Cách làm',
};

const CONTEXT_CHARS = 90;

/** One pick in words: a table row with its cells named; a sentence shortened to what matters, under the heading it
 * stands under in the source ("không được chứng thực:" turns the sense of what follows). */
export function statement(pick: Pick, terms: readonly string[], max: number): string {
  const { candidate } = pick.scored;
  if (candidate.kind === 'channel') {
    const row = channelStatement(candidate.text);
    if (row !== undefined) return excerpt(row, [], max);
  }
  const text =
    candidate.seams.length > 0
      ? quoteText({ chunk: candidate.chunk, ...candidate.span, seams: candidate.seams })
      : candidate.text;
  const focus = candidate.kind === 'prose' ? terms : [];
  const said = excerpt(bare(text).replace(/[;,\s]+$/u, ''), focus, max);
  return candidate.context === undefined
    ? said
    : `${excerpt(bare(candidate.context).replace(/[:\s]+$/u, ''), [], CONTEXT_CHARS)}: ${said}`;
}

function bare(text: string): string {
  return text.replace(/^[-+*•–\s]+/u, '');
}

/** "Trực tuyến30 Ngày làm việcMiễn phíTrực tiếp30 Ngày làm việcMiễn phí" →
 * "Trực tuyến, Trực tiếp: thời hạn 30 Ngày làm việc; phí: Miễn phí". */
function channelStatement(text: string): string | undefined {
  const { rows } = parseChannelTable(text);
  const row = rows[0];
  if (!row) return undefined;
  const parts = [
    ...(row.time
      ? [`thời hạn ${slice(text, row.time.span)}${row.time.unit ? '' : ' (bản công bố không ghi đơn vị)'}`]
      : []),
    ...(row.fee ? [`phí: ${slice(text, row.fee)}`] : []),
    ...(row.unsplit ? [`thời hạn và phí in liền “${slice(text, row.unsplit)}”`] : []),
    ...(row.description ? [slice(text, row.description)] : []),
  ];
  const channels = [...new Set(rows.map((r) => slice(text, r.channel)))];
  return parts.length === 0 ? undefined : `${channels.join(', ')}: ${parts.join('; ')}`;
}
