import { fold } from '../../legal/text.ts';
import { tokenise } from '../../retrieval/lexical/terms.ts';
import { tellsOfLacking } from '../lacks.ts';
import type { ReadQuestion, Shape } from '../question.ts';
import type { Candidate } from './candidates.ts';
import { hasShape, priorOf } from './shapes.ts';

export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  /** Asked shapes the candidate has. */
  readonly shapes: readonly Shape[];
  /** Scored by where such facts stand, not by the question's words (general.ts). */
  readonly general?: true;
}

/** Weights set on the development questions with the right record given (test/data/records.test.ts measures them).
 * `length` is the number of characters at which a candidate's score is halved. */
export const WEIGHTS = {
  terms: 1,
  pairs: 0.6,
  shape: 0.35,
  prior: 0.45,
  length: 900,
  context: 0.4,
  aside: 0.6,
  overall: 0.5,
  paper: 0.3,
  lacking: 1,
  elsewhere: 0.5,
  refusal: 0.7,
} as const;

/** Scores each candidate of one unit: the question's terms weighted by how rare they are within the unit,
 * pairs of neighbouring terms, the shape asked for, and the part such answers usually stand in. Best first. */
export function scoreCandidates(candidates: readonly Candidate[], question: ReadQuestion): Scored[] {
  const overlap = overlapWithin(candidates, question);
  const asked = fold(question.text);
  return candidates
    .map((candidate, i): Scored => {
      // What holds without the paper is what was asked, in whatever shape it is told.
      const lacking = tellsOfLacking(candidate.text, question.lacks);
      const shapes = question.shapes.filter((shape) => lacking || hasShape(candidate, shape));
      const said = overlap(i) + suitability(candidate, shapes, question) + (lacking ? WEIGHTS.lacking : 0);
      // A long sentence holds more of the question by chance, and takes the place of two short ones.
      const length = 1 + candidate.text.length / WEIGHTS.length;
      const aside =
        isHeading(candidate) || (candidate.kind === 'basis' && !question.shapes.includes('legal'));
      const refusal = REFUSES.test(candidate.text) && !ASKS_REFUSAL.test(asked);
      const score =
        (said *
          (aside ? WEIGHTS.aside : 1) *
          nearness(candidate, question) *
          (refusal ? WEIGHTS.refusal : 1)) /
        length;
      return { candidate, score, shapes };
    })
    .sort((a, b) => b.score - a.score || a.candidate.order - b.candidate.order);
}

/** What is done when a dossier is amiss answers a question about just that, hardly any other. */
const REFUSES = /từ chối|không đủ điều kiện|không bổ sung/iu;
const ASKS_REFUSAL =
  /(?:^| )(?:tu choi|khong (?:du|cho|duoc|giai quyet|nhan)|ko (?:du|cho|dc|nhan)|thieu|bo sung|sai|tra lai|huy)(?= |$)/u;

/** How much of the question's words candidate i has; words of the heading above it count for less. */
function overlapWithin(candidates: readonly Candidate[], question: ReadQuestion): (i: number) => number {
  const terms = [...new Set(question.terms)];
  const pairs = [...new Set(question.pairs)];
  const asked = askedFor(terms, pairs);
  const bags = candidates.map((candidate) => metBy(wordsOf(candidate), asked));
  const contexts = candidates.map((candidate) => metBy(wordsOfContext(candidate), asked));
  const weight = rarity(bags, [...terms, ...pairs]);
  const share = (keys: readonly string[], i: number): number => {
    let met = 0;
    let all = 0;
    for (const key of keys) {
      const w = weight.get(key) ?? 0;
      all += w;
      if (bags[i]!.has(key)) met += w;
      else if (contexts[i]!.has(key)) met += WEIGHTS.context * w;
    }
    return all === 0 ? 0 : met / all;
  };
  return (i) => WEIGHTS.terms * share(terms, i) + WEIGHTS.pairs * share(pairs, i);
}

const ABROAD = /cơ quan đại diện|ở nước ngoài|\bUSD\b/u;
const AT_HOME = /[Ủủ]y ban|[Uu]ỷ ban|UBND|cấp xã|Trung tâm [Pp]hục vụ/u;
const ASKS_ABROAD = /(?:^| )(?:dai su|dai su quan|lanh su|dai dien|nuoc ngoai|usd)(?= |$)/u;

/** Missions abroad share many procedures with the commune; their fees and offices are not what a commune asks for. */
export function nearness({ text }: Candidate, question: ReadQuestion): number {
  if (!ABROAD.test(text) || AT_HOME.test(text)) return 1;
  return ASKS_ABROAD.test(fold(question.text)) ? 1 : WEIGHTS.elsewhere;
}

/** Says until when somebody must act. */
const ACT_BY =
  /chậm nhất|(?:ngày|giờ|tháng)(?: làm việc)? trước (?:ngày|khi|thời điểm)|phải .{0,80}(?:trong|trước)|có trách nhiệm|thời hạn phải/iu;

/** 1 for a time limit of who must act, -1 for that of the office. */
function actsBy({ kind, text }: Candidate): number {
  if (kind === 'channel' || /^[-+*•\s]*thời hạn giải quyết/iu.test(text)) return -1;
  return ACT_BY.test(text) ? 1 : 0;
}

/** How well a candidate fits what is asked for, whatever its words: shape, part, table row, paper. */
function suitability(candidate: Candidate, shapes: readonly Shape[], question: ReadQuestion): number {
  const share = question.shapes.length === 0 ? 0 : shapes.length / question.shapes.length;
  const prior = Math.max(0, ...shapes.map((shape) => priorOf(shape, candidate.part)));
  const table = candidate.kind === 'channel' && (shapes.includes('duration') || shapes.includes('money'));
  const paper = question.shapes.includes('papers') && isPaper(candidate);
  return (
    WEIGHTS.shape * share +
    WEIGHTS.prior * prior +
    (question.overall && table ? WEIGHTS.overall : 0) +
    (paper ? WEIGHTS.paper : 0) +
    (question.deadline && shapes.includes('duration') ? WEIGHTS.overall * actsBy(candidate) : 0)
  );
}

/** "Hồ sơ gồm:" only announces what follows. */
function isHeading(candidate: Candidate): boolean {
  return /:$/u.test(candidate.text) && (candidate.kind === 'paper' || candidate.text.length < 80);
}

/** The asked shape that this candidate serves best: the one whose answers usually stand in its part. */
export function bestShape({ candidate, shapes }: Scored): Shape | undefined {
  return [...shapes].sort((a, b) => priorOf(b, candidate.part) - priorOf(a, candidate.part))[0];
}

const PAPER_NAMES =
  /^[-+*•–\s(a-zđ\d).]{0,6}(?:Tờ (?:khai|trình)|Đơn|Giấy|Bản|Văn bản|Phiếu|Hợp đồng|Danh sách|Hộ chiếu|Thẻ|Sơ đồ|Ảnh|Biên bản|Báo cáo|Quyết định|Nghị quyết|Thông báo|Chứng|Tài liệu|Bảng|Kế hoạch|Phương án|Đề án|Dự án|Dự thảo|Sổ|Trích|Điều lệ|Sơ yếu|Mẫu|Hồ sơ)/u;

/** A paper to bring, not a remark printed as a row of the table ("Trường hợp …0 bản chính"). */
export function isPaper({ kind, text }: Candidate): boolean {
  return (
    kind === 'paper' && PAPER_NAMES.test(text) && !text.endsWith(':') && !/(?:^|\D)0 bản chính$/u.test(text)
  );
}

const APPLICATION =
  /^[-+*•–\s(a-zđ\d).]{0,6}(?:Tờ khai|Đơn|Giấy đề nghị|Văn bản (?:đề nghị|yêu cầu)|Phiếu|Mẫu|Thông báo)/u;

/** The paper that opens a dossier: what the citizen fills in. */
export function isApplication(candidate: Candidate): boolean {
  return isPaper(candidate) && APPLICATION.test(candidate.text);
}

/** The question's terms, and those that follow one another. */
interface Asked {
  readonly terms: ReadonlySet<string>;
  /** Pair by its first and its second syllable. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

function askedFor(terms: readonly string[], pairs: readonly string[]): Asked {
  const byFirst = new Map<string, Map<string, string>>();
  for (const pair of pairs) {
    const [first = '', second = ''] = pair.split(' ');
    const known = byFirst.get(first);
    if (known) known.set(second, pair);
    else byFirst.set(first, new Map([[second, pair]]));
  }
  return { terms: new Set(terms), pairs: byFirst };
}

/** Which of the terms and pairs asked for are in a text. */
function metBy(words: readonly string[], { terms, pairs }: Asked): Set<string> {
  const met = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (terms.has(word)) met.add(word);
    const pair = pairs.get(word)?.get(words[i + 1] ?? '');
    if (pair !== undefined) met.add(pair);
  }
  return met;
}

/** Folded syllables, read once while the candidate lives. */
const WORDS = new WeakMap<Candidate, readonly string[]>();
const CONTEXT_WORDS = new WeakMap<Candidate, readonly string[]>();

function wordsOf(candidate: Candidate): readonly string[] {
  return readOnce(WORDS, candidate, candidate.text);
}

function wordsOfContext(candidate: Candidate): readonly string[] {
  return candidate.context === undefined ? [] : readOnce(CONTEXT_WORDS, candidate, candidate.context);
}

function readOnce(
  known: WeakMap<Candidate, readonly string[]>,
  candidate: Candidate,
  text: string,
): readonly string[] {
  let words = known.get(candidate);
  if (words === undefined) {
    words = tokenise(text).map(({ folded }) => folded);
    known.set(candidate, words);
  }
  return words;
}

function rarity(bags: readonly Set<string>[], keys: readonly string[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const key of keys) {
    const df = bags.filter((bag) => bag.has(key)).length;
    weights.set(key, df === 0 ? 0 : Math.log(1 + bags.length / df));
  }
  return weights;
}
