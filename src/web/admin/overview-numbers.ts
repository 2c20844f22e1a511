import { ANSWER_STATUSES, type AnswerStatus } from '../../answer/model.ts';
import type { FeedbackVerdict } from '../../dialogue/model.ts';
import { SOON_DAYS } from '../../dialogue/review/documents.ts';
import type { DayCount, Durations } from '../../dialogue/review/model.ts';
import { STATUS_WORDS, VERDICT_WORDS } from '../../dialogue/words.ts';
import type { IsoDate } from '../../legal/model.ts';
import type { VectorState } from '../../retrieval/dense/vector-state.ts';
import type { DeskDeps, LanguageModelUse } from '../deps.ts';
import { formatNumber } from '../text.ts';

/** What is counted, over the last days. */
export interface Numbers {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: readonly DayCount[];
  readonly durations: Durations;
  readonly waiting: number;
  readonly queue: number;
  readonly documents: Awaited<ReturnType<DeskDeps['documents']['counts']>>;
  readonly expiring: number;
  /** Serving documents whose text is over. */
  readonly replaced: number;
  /** Undefined: documents are found by words alone. */
  readonly vectors: VectorState | undefined;
  readonly model: LanguageModelUse | undefined;
  /** Of the language model, in the whole period. */
  readonly tokens: number;
  /** Đồng for a million tokens; 0: unknown. */
  readonly price: number;
}

/** Numbers that belong together, under one heading. */
export interface Group {
  readonly heading: string;
  readonly tiles: readonly Tile[];
}

export interface Tile {
  readonly name: string;
  readonly value: string;
  /** A smaller second value: the share of all questions. */
  readonly beside?: string;
  readonly href?: string;
}

/** Everything counted, in groups; what is counted of the period links to the same questions. */
export function groupsOf(n: Numbers): Group[] {
  const all = sum(n.days, () => true);
  const period = `from=${n.from}&to=${n.to}`;
  const byStatus = (status: AnswerStatus): Tile => {
    const questions = sum(n.days, (row) => row.status === status);
    return {
      name: STATUS_WORDS[status],
      value: formatNumber(questions),
      ...(all > 0 && { beside: `${formatNumber((questions / all) * 100, 1)}%` }),
      href: `/quan-tri/cau-hoi?status=${status}&${period}`,
    };
  };
  const judged = (verdict: FeedbackVerdict): Tile => ({
    name: `Đánh giá: ${VERDICT_WORDS[verdict].toLowerCase()}`,
    value: formatNumber(sum(n.days, (row) => row.feedback === verdict)),
    href: `/quan-tri/cau-hoi?feedback=${verdict}&${period}`,
  });
  return [
    {
      heading: 'Câu hỏi',
      tiles: [
        { name: 'Tất cả', value: formatNumber(all), href: `/quan-tri/cau-hoi?${period}` },
        ...ANSWER_STATUSES.map(byStatus),
      ],
    },
    {
      heading: 'Việc đang chờ',
      tiles: [
        {
          name: 'Chờ rà soát',
          value: n.queue >= 10_000 ? 'từ 10.000' : formatNumber(n.queue),
          href: '/quan-tri/ra-soat',
        },
        { name: 'Chờ chuyên viên trả lời', value: formatNumber(n.waiting), href: '/quan-tri/chuyen-vien' },
        judged('wrong'),
        judged('helpful'),
      ],
    },
    {
      heading: 'Thời gian và chi phí',
      tiles: [
        { name: 'Trả lời, trung vị', value: duration(n.durations.median) },
        { name: '95% trả lời trong', value: duration(n.durations.p95) },
        ...costTiles(n),
      ],
    },
    {
      heading: 'Kho văn bản',
      tiles: [
        {
          name: 'Đang phục vụ',
          value: formatNumber(n.documents.serving),
          href: '/quan-tri/van-ban?state=serving',
        },
        {
          name: `Hết hiệu lực trong ${SOON_DAYS} ngày tới`,
          value: formatNumber(n.expiring),
          href: '/quan-tri/van-ban?standing=soon',
        },
        {
          name: 'Đã bị thay thế, hết hiệu lực',
          value: formatNumber(n.replaced),
          href: '/quan-tri/van-ban?standing=over',
        },
        {
          name: 'Đã thu hồi',
          value: formatNumber(n.documents.withdrawn),
          href: '/quan-tri/van-ban?state=withdrawn',
        },
        { name: 'Chỉ mục tìm kiếm', value: `bản số ${formatNumber(n.documents.generation)}` },
        ...vectorTiles(n.vectors),
      ],
    },
  ];
}

const ENDPOINT_WORDS: Readonly<Record<VectorState['endpoint'], string | undefined>> = {
  up: undefined,
  connecting: 'chưa nối với mô hình vectơ',
  down: 'mô hình vectơ không trả lời; đang tìm theo từ, sẽ tự bổ sung',
};

/** What cannot be found by meaning yet, and why. */
function vectorTiles(vectors: VectorState | undefined): Tile[] {
  if (vectors === undefined) return [];
  const { documents, chunks, endpoint, withheld, refused } = vectors;
  const why = [
    ENDPOINT_WORDS[endpoint],
    withheld > 0 ? `${formatNumber(withheld)} văn bản không được gửi đi (LLM_SCOPE)` : undefined,
    refused > 0 ? `${formatNumber(refused)} văn bản mô hình không nhận, sẽ thử lại` : undefined,
  ].filter((words) => words !== undefined);
  return [
    {
      name: 'Tìm theo nghĩa (vectơ)',
      value:
        documents.lacking === 0
          ? 'đủ'
          : `thiếu ${formatNumber(documents.lacking)} văn bản, ${formatNumber(chunks.lacking)} đoạn`,
      ...(why.length > 0 && { beside: why.join('; ') }),
      href: '/quan-tri/cai-dat',
    },
  ];
}

/** Tokens of the period and of today, and what they cost where the price is known. */
function costTiles({ model, tokens, price }: Numbers): Tile[] {
  if (model?.name === undefined && tokens === 0)
    return [{ name: 'Mô hình ngôn ngữ', value: 'không dùng', href: '/quan-tri/cai-dat' }];
  const cost = (used: number) =>
    price === 0 ? {} : { beside: `khoảng ${formatNumber((used / 1e6) * price)} đồng` };
  return [
    { name: 'Token trong kỳ', value: formatNumber(tokens), ...cost(tokens), href: '/quan-tri/cai-dat' },
    { name: 'Token hôm nay', value: formatNumber(model?.usedToday ?? 0), ...cost(model?.usedToday ?? 0) },
  ];
}

export function sum(days: readonly DayCount[], keep: (row: DayCount) => boolean): number {
  return days.filter(keep).reduce((total, row) => total + row.questions, 0);
}

function duration(ms: number | undefined): string {
  if (ms === undefined) return 'chưa có';
  return ms < 1000 ? `${formatNumber(ms)} ms` : `${formatNumber(ms / 1000, 1)} giây`;
}
