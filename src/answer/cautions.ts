import { printDate } from '../legal/citation-label.ts';
import type { Effectivity, SunsetClause } from '../legal/model.ts';
import type { AnswerSection, EvidenceUnit } from './model.ts';
import type { Shape } from './question.ts';
import { CHANGE_WORDS } from './words.ts';

/** Which questions a caution of the reading matters to, by the word it begins with; others are told always. */
const ONLY_FOR: Readonly<Record<string, readonly Shape[]>> = {
  'Thời hạn': ['duration'],
  Phí: ['money'],
  'Thời hạn, phí': ['duration', 'money'],
  'Cơ quan': ['signer', 'actor', 'place'],
  // That a copy exists under another code changes nothing for the asker.
  'Trùng nội dung': [],
};

/** A flaw of the printed time or fee told in free words, as summaries do; undefined for anything else. */
function aboutOnly(caution: string): readonly Shape[] | undefined {
  if (!/^(?:Bản công bố|Ô thời gian|Ở dòng)/u.test(caution)) return undefined;
  const shapes: Shape[] = [
    ...(/thời hạn|thời gian/iu.test(caution) ? (['duration'] as const) : []),
    ...(/phí|mức thu/iu.test(caution) ? (['money'] as const) : []),
  ];
  return shapes.length > 0 ? shapes : undefined;
}

/** The part of a unit that cautions are told from. */
export interface CautionedUnit {
  readonly hit: Pick<EvidenceUnit['hit'], 'effectivity'>;
  readonly facts: EvidenceUnit['facts'];
  readonly changes?: EvidenceUnit['changes'];
}

/** What must be said beside an answer from this unit: effectivity that is not plain, and the source's own flaws.
 * `said`: shapes asked or shown. */
export function cautionsOf({ hit, facts, changes }: CautionedUnit, said: readonly Shape[]): string[] {
  const own = (facts.cautions ?? []).filter((caution) => {
    const only = ONLY_FOR[caution.slice(0, caution.indexOf(':'))] ?? aboutOnly(caution);
    return only === undefined || only.some((shape) => said.includes(shape));
  });
  const { status, note } = hit.effectivity;
  const { sunset } = facts;
  return [
    ...told(changes ?? []),
    ...(status === 'partly_expired' && changes === undefined
      ? [
          // Reworded or abolished: the note says which.
          `${note ?? 'Văn bản đã hết hiệu lực một phần.'} Anh/chị đối chiếu nội dung hiện hành.`,
        ]
      : []),
    ...(status === 'unknown' && facts.kind === 'official'
      ? [
          `Chưa xác định được tình trạng hiệu lực của văn bản này${note ? `: ${lowerFirst(note)}` : '.'} Anh/chị kiểm tra trước khi áp dụng.`,
        ]
      : []),
    // A summary, asked about for a day before it was checked.
    ...(status === 'unknown' && facts.ownWords && note !== undefined ? [note] : []),
    // Amended without a word on which parts, corrected, or near its end.
    ...(status === 'in_force' && note !== undefined ? [note] : []),
    ...ends(hit.effectivity, sunset),
    ...(facts.ownWords && !own.some((caution) => /tài liệu tổng hợp/iu.test(caution))
      ? ['Nội dung này là tài liệu tổng hợp; văn bản gốc có giá trị cao hơn.']
      : []),
    ...own,
  ];
}

/** When a text ends by its own word; what its note says already (near the end) is not said twice. */
function ends({ status, to, note }: Effectivity, sunset: SunsetClause | undefined): string[] {
  const noted = status === 'in_force' && to !== undefined && note?.includes(printDate(to)) === true;
  if (sunset === undefined)
    return to !== undefined && status === 'in_force' && !noted ? [CHANGE_WORDS.until(printDate(to))] : [];
  if (noted && !sunset.conditional) return [];
  return [
    CHANGE_WORDS.temporary({
      until: sunset.until && printDate(to ?? sunset.until),
      earlier: sunset.earlierByLaterText,
      condition: sunset.conditional ? sunset.sentence : undefined,
    }),
  ];
}

/** Changes of one article that are told one by one. */
const MOST_CHANGES = 4;

function told(changes: readonly string[]): string[] {
  const more = changes.length - MOST_CHANGES;
  return [...changes.slice(0, MOST_CHANGES), ...(more > 0 ? [CHANGE_WORDS.more(more)] : [])];
}

export function cautionSection(cautions: readonly string[]): AnswerSection[] {
  const lines = [...new Set(cautions)];
  return lines.length === 0 ? [] : [{ role: 'caution', heading: 'Lưu ý', lines }];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
