import { tokenise } from '../../retrieval/lexical/terms.ts';
import { tellsOfLacking } from '../lacks.ts';
import { unnamedTerms } from '../naming.ts';
import type { ReadQuestion, Shape } from '../question.ts';
import type { Candidate } from './candidates.ts';
import { handInClause } from './hand-in.ts';
import { isPaper, nearness, type Scored } from './score.ts';
import { DECIDES, hasShape, LENGTH } from './shapes.ts';

/** Does the question name the procedure and a kind of fact, and nothing else that the record speaks of? Then no word
 * of it tells one sentence of the record from another. */
export function isGeneral(candidates: readonly Candidate[], question: ReadQuestion, title: string): boolean {
  if (question.shapes.length === 0 || question.deadline) return false;
  if (candidates.some(({ text }) => tellsOfLacking(text, question.lacks))) return false;
  // Which office it is stands where offices stand, whatever else the question tells.
  if (question.office) return true;
  const rest = unnamedTerms(question, title);
  if (rest.length === 0) return true;
  const words = new Set(candidates.flatMap(({ text }) => tokenise(text).map(({ folded }) => folded)));
  return rest.every((term) => !words.has(term));
}

/** Scores by what each kind of fact looks like and where it properly stands; what fits no asked shape is left out. */
export function scoreGeneral(candidates: readonly Candidate[], question: ReadQuestion): Scored[] {
  const scored: Scored[] = [];
  for (const candidate of candidates) {
    if (/:$/u.test(candidate.text)) continue;
    const fits = question.shapes
      .map((shape) => ({ shape, fit: PROPER[shape](candidate) }))
      .filter(({ fit }) => fit > 0);
    if (fits.length === 0) continue;
    const best = Math.max(...fits.map(({ fit }) => fit)) * nearness(candidate, question);
    const shapes = fits.filter(({ fit }) => fit >= WORTH_NAMING).map(({ shape }) => shape);
    // Reading order settles ties: what is printed first is done first.
    scored.push({ candidate, score: best - candidate.order * 1e-4, shapes, general: true });
  }
  return scored.sort((a, b) => b.score - a.score);
}

const WORTH_NAMING = 0.5;
/** "Trường hợp bị mất …" holds for some; "trường hợp nộp trực tiếp" is a way for all. */
const OF_A_CASE = /^[-+*•)\s]*(?:\(?[a-zđ\divx]{1,4}[).]\s*)?Trường hợp (?!đăng ký|nộp|gửi)/u;
const SETTLES = /giải quyết|trả kết quả|cấp |quyết định|ký|xem xét|phê duyệt|thẩm định|xác nhận/u;

/** "Thời hạn giải quyết …" says it itself, with or without a figure; a fee "trong 60 ngày" is no limit of the procedure. */
function limitOf(c: Candidate): number {
  if (/[Tt]hời hạn (?:giải quyết|xử lý|trả|thực hiện)/u.test(c.text)) return 0.9;
  if (!LENGTH.test(c.text)) return 0;
  return hasShape(c, 'money') && !/[Tt]hời (?:hạn|gian)/u.test(c.text) ? 0.45 : 0.8;
}

/** How properly (0..1) a candidate answers a shape asked of the procedure as a whole. */
const PROPER: Readonly<Record<Shape, (candidate: Candidate) => number>> = {
  duration: (c) => {
    if (!hasShape(c, 'duration')) return 0;
    if (c.kind === 'channel') return 1;
    // "Kể từ ngày 01/7/2025" is a date, no limit.
    if (c.part === 'cach_thuc') return limitOf(c);
    return c.part === 'trinh_tu' ? (SETTLES.test(c.text) ? 0.6 : 0.4) : 0;
  },
  validity: (c) => (hasShape(c, 'validity') ? 1 : 0),
  money: (c) => {
    if (!hasShape(c, 'money')) return 0;
    return c.kind === 'channel' ? 1 : c.part === 'cach_thuc' ? 0.9 : c.part === 'trinh_tu' ? 0.3 : 0;
  },
  form: (c) => (hasShape(c, 'form') ? (c.kind === 'paper' ? 1 : 0.4) : 0),
  papers: (c) => (isPaper(c) ? 1 : c.kind === 'paper' ? 0.45 : 0),
  signer: (c) => {
    if (c.part === 'co_quan') return /(?<!\p{L})ký(?!\p{L})/u.test(c.text) ? 1 : 0.8;
    if (c.kind !== 'prose' || !DECIDES.test(c.text)) return 0;
    return /từ chối|không đủ|không bổ sung/u.test(c.text) ? 0.4 : 1;
  },
  actor: (c) => (c.part === 'co_quan' ? 1 : c.part === 'trinh_tu' && DECIDES.test(c.text) ? 0.8 : 0),
  applicant: (c) => (c.part === 'doi_tuong' ? 1 : 0),
  place: (c) => {
    if (c.part === 'co_quan') return 0.7;
    if (c.kind !== 'prose' || !hasShape(c, 'place')) return 0;
    if (handInClause(c.text) !== undefined) return c.part !== 'trinh_tu' || OF_A_CASE.test(c.text) ? 0.9 : 1;
    return c.part === 'cach_thuc' ? 0.8 : 0;
  },
  channel: (c) => (c.part !== 'cach_thuc' || !hasShape(c, 'channel') ? 0 : c.kind === 'channel' ? 1 : 0.8),
  legal: (c) => (c.kind === 'basis' ? 1 : 0),
  result: (c) => (c.kind !== 'result' ? 0 : /từ chối|lý do|không đủ/u.test(c.text) ? 0.6 : 1),
  condition: (c) => (c.part === 'dieu_kien' ? 1 : c.part === 'doi_tuong' ? 0.45 : 0),
  quantity: (c) => (hasShape(c, 'quantity') ? (c.part === 'dieu_kien' ? 0.8 : 0.5) : 0),
  steps: (c) => (c.part === 'trinh_tu' ? (/^[-+*•\s]*Bước \d/iu.test(c.text) ? 1 : 0.85) : 0),
};
