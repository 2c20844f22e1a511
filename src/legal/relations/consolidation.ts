import { findDates } from '../calendar/dates.ts';
import type { IsoDate, LegalNode, Relation } from '../model.ts';
import { findDocumentNumbers } from '../numbers/document-number.ts';
import { foldKeepingLength } from '../text.ts';
import { placeOfNote } from './note-place.ts';

/** A text that a văn bản hợp nhất is made of, with the day of its effect as the head gives it. */
export interface ConsolidatedText {
  readonly number: string;
  readonly from?: IsoDate;
  /** Literal words of the head. */
  readonly sentence: string;
}

/** What a văn bản hợp nhất says of the texts it is made of: the base first, then those that changed it. */
export interface Consolidation {
  readonly base: ConsolidatedText;
  readonly amending: readonly ConsolidatedText[];
}

/** Recitals and the enacting words end the list of texts. */
const LIST_ENDS = /^(?:can cu|thuc hien|theo de nghi|xet|tren co so|chuong|dieu \d|phan thu)(?!\p{L})/u;
/** Where one text of a list on one line ends: "…, được sửa đổi, bổ sung bởi Nghị định số …; Nghị định số …". */
const LISTS_ON =
  /(?<=được (?:sửa đổi|bổ sung|sửa đổi, bổ sung)(?: một số điều)? (?:bởi|theo)\s?:?)\s+|(?<=;)\s+(?:và\s+)?/u;
const EFFECT = /co\s+hieu\s+luc\s+(?:thi\s+hanh\s+)?(?:ke\s+)?tu\s+/;

/**
 * The texts listed at the head (Pháp lệnh 01/2012/UBTVQH13, Điều 11: the base, then "được sửa đổi, bổ sung bởi" each
 * amending text). `head`: sentences before the first article. `undefined` where no numbered text opens the list.
 */
export function readConsolidation(head: readonly string[]): Consolidation | undefined {
  const texts: ConsolidatedText[] = [];
  for (const sentence of head) {
    if (LIST_ENDS.test(foldKeepingLength(sentence))) break;
    for (const part of sentence.split(LISTS_ON)) {
      const first = findDocumentNumbers(part).find(({ number }) => number.complete);
      if (first === undefined || first.number.typeSymbol === 'VBHN') continue;
      if (!opensWithText(foldKeepingLength(part.slice(0, first.span.start)))) continue;
      if (texts.some(({ number }) => number === first.number.canonical)) continue;
      const from = effectIn(part);
      texts.push({ number: first.number.canonical, ...(from !== undefined && { from }), sentence });
    }
  }
  const [base, ...amending] = texts;
  return base && { base, amending };
}

/** "Nghị định số …", "- Thông tư số …", "2. Luật Quy hoạch đô thị và nông thôn số …": the number belongs to the opening name. */
function opensWithText(before: string): boolean {
  return /^\s*(?:\d{1,2}[.)]\s*|[a-z]\)\s*|[-+–]\s*)?(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|quy che|lenh)(?!\p{L})[^;:.]{0,150}$/u.test(
    before,
  );
}

function effectIn(text: string): IsoDate | undefined {
  const m = EFFECT.exec(foldKeepingLength(text));
  return m === null ? undefined : findDates(text.slice(m.index, m.index + 100))[0]?.date;
}

const PART = 'dieu|khoan|diem|chuong|muc|phu luc';
const ACT =
  'sua doi(?:\\s*,\\s*bo sung)?(?:\\s+va\\s+bo sung)?|bo sung|thay the|bai bo|dinh chinh|ngung hieu luc';
/** "Điểm này được bãi bỏ theo …", "Khổ đầu khoản này đã được sửa đổi …", "Cụm từ “…” được thay thế bằng … theo …". */
const NOTE = new RegExp(
  `(?:(?:cum tu|tu|doan|kho|cau|ten|tieu de|noi dung|gach dau dong|quy dinh)\\s[^.;]{0,240}?)?(?:(?:${PART})\\s+nay\\s+)?(?:da\\s+)?(?:duoc|bi)\\s+(${ACT})(?!\\p{L})[^.;]{0,200}?\\s(?:theo|boi|tai)\\s`,
  'u',
);
/** How a note that stands by itself begins: its mark, then the part of the consolidated text it is about. */
const OPENS = new RegExp(
  `(?<=^|\\n)[ \\t]*(?:\\[(\\d{1,3})\\]|\\((\\d{1,3})\\)|(\\d{1,3})(?=[ \\t\\n]))[ \\t]*\\n?[ \\t]*(?=(?:(?:cum tu|tu|doan|kho|cau|ten|tieu de|noi dung|gach dau dong|quy dinh)\\s|(?:${PART})\\s+nay\\s))`,
  'gu',
);
/** A note longer than this has lost its end. */
const LONGEST_NOTE = 900;

/**
 * What the notes of a consolidation say was done to its parts: "[19] Điểm này được bãi bỏ theo quy định tại khoản 4 Điều
 * 16 của Luật số …, có hiệu lực kể từ ngày …". One relation a note, to the base text, by the text that the note names;
 * `sentence` is the note. A note whose place in the text is not certain is left out.
 */
export function noteRelations(text: string, tree: LegalNode, { base, amending }: Consolidation): Relation[] {
  const folded = foldKeepingLength(text);
  const opened = [...folded.matchAll(OPENS)];
  return opened.flatMap((m, i): Relation[] => {
    const from = m.index + m[0].length;
    const note = noteAt(text, folded, from, opened[i + 1]?.index ?? text.length);
    const read = NOTE.exec(foldKeepingLength(note));
    if (read === null || read.index > 0) return [];
    const by = findDocumentNumbers(note.slice(read[0].length)).find(({ number }) => number.complete)?.number
      .canonical;
    const source = by === undefined ? undefined : amending.find(({ number }) => number === by);
    if (source === undefined) return [];
    const mark = m[1] ?? m[2] ?? m[3]!;
    const named = new RegExp(`^(?:[^“”]*?\\s)?(${PART})\\s+nay(?!\\p{L})`, 'u').exec(read[0])?.[1];
    const place = placeOfNote(text, tree, { mark, at: m.index, ...(named !== undefined && { named }) });
    if (place === undefined) return [];
    const since = effectIn(note) ?? source.from;
    const whole = new RegExp(`^(?:${PART})\\s+nay`, 'u').test(read[0]);
    return [
      {
        kind: kindOf(read[1]!, whole),
        target: base.number,
        targetPath: place,
        sentence: note,
        by: source.number,
        ...(since !== undefined && { from: since }),
      },
    ];
  });
}

/** The words of a note: to the full stop that ends its line, or to the next note. */
function noteAt(text: string, folded: string, from: number, next: number): string {
  const reach = folded.slice(from, Math.min(next, from + LONGEST_NOTE));
  const stop = /\.[”"]?\s*(?=\n|$)/.exec(reach);
  return text
    .slice(from, from + (stop === null ? reach.length : stop.index + 1))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What happened to the base; of a whole part taken out, or of words in it. */
function kindOf(act: string, whole: boolean): Relation['kind'] {
  if (act === 'dinh chinh') return 'corrects';
  if (act === 'ngung hieu luc') return whole ? 'suspends' : 'amends';
  return act === 'bai bo' && whole ? 'partly_repeals' : 'amends';
}

/** That each listed text changed the base; said of the whole, where no note says of which part. */
export function listRelations({ base, amending }: Consolidation): Relation[] {
  return amending.map(({ number, from, sentence }) => ({
    kind: 'amends',
    target: base.number,
    sentence,
    by: number,
    ...(from !== undefined && { from }),
  }));
}
