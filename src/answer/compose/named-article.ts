import type { CitationPath } from '../../legal/model.ts';
import type { Chunk } from '../../retrieval/model.ts';
import { cautionSection, cautionsOf } from '../cautions.ts';
import { toCitation } from '../citations.ts';
import type { Citation, Draft, Evidence, EvidenceUnit } from '../model.ts';
import { notFound } from '../not-found.ts';
import { MIN_QUOTE_LETTERS, type QuoteSpan, quoteText } from '../quote.ts';

/** Characters of quoted text; the rest of a long article is named, not shown. */
const BUDGET = 1_400;

/**
 * "Điều 5 Nghị định 121/2026", "khoản 2 Điều 5 …": the passage itself, in reading order, khoản by khoản. Undefined when
 * the question does not name one article, or asks something about it that is for selection to answer.
 */
export function composeNamedArticle(evidence: Evidence): Draft | undefined {
  const { retrieval, units } = evidence;
  const [unit] = units;
  const { path, original } = retrieval.query;
  const { lookup } = retrieval;
  if (unit === undefined || path === undefined || lookup.kind !== 'found' || lookup.what !== 'article')
    return undefined;
  if (unit.hit.path.dieu !== path.dieu || asksMore(original)) return undefined;
  const clauses = unit.chunks.flatMap((chunk) => clausesOf(chunk, unit));
  const spans = passage(clauses, path);
  return spans.length === 0 ? noSuchClause(evidence, unit, clauses, path) : quoted(unit, spans);
}

/** A khoản with the part of the article that it is, or, of an amending document, stands for. */
interface Clause extends QuoteSpan {
  readonly place: CitationPath;
}

/** A short article is one chunk: its khoản are told apart here, so that each can be cited by itself. */
function clausesOf(chunk: Chunk, { rewritten }: EvidenceUnit): Clause[] {
  const place = rewritten?.get(chunk.id)?.place;
  const whole: Clause = { chunk, start: 0, end: chunk.text.length, seams: [], place: place ?? chunk.path };
  if (whole.place.khoan !== undefined) return [whole];
  const starts = [...chunk.text.matchAll(/(?<=^|\n)(\d{1,3}[a-zđ]?)\.\s/gu)];
  if (starts.length < 2) return [whole];
  return starts.map((match, i): Clause => {
    const khoan = match[1]!;
    return {
      // A new wording is cited by where it stands in the document that gives it.
      chunk:
        place === undefined
          ? { ...chunk, path: { ...chunk.path, khoan }, label: `khoản ${khoan} ${chunk.label}` }
          : chunk,
      place: { ...whole.place, khoan },
      // The first one takes the article's title with it.
      start: i === 0 ? 0 : match.index,
      end: starts[i + 1]?.index ?? chunk.text.length,
      seams: [],
    };
  });
}

/** What a question that only names a passage is made of: the reference itself and phrases of asking. */
const REFERENCE =
  /(?<!\p{L})(?:(?:điểm|khoản|điều|dieu|khoan|diem)\s*[\p{L}\d]{1,3}|\d+(?:[./]\d+)*(?:\/[\p{L}\d-]+)*|nghị định|nghi dinh|nđ|nd|thông tư|thong tu|tt|quyết định|quyet dinh|qđ|qd|bộ luật|bo luat|luật|luat|nghị quyết|nghi quyet|nq|quy định|quy dinh|nói|noi|nội dung|noi dung|là|la|gì|gi|thế nào|the nao|ra sao|về|ve|của|cua|trong|cho|xem|đọc|doc|tra|nguyên văn|nguyen van|như|nhu|những|nhung|số|so|năm|nam|tôi|toi|mình|minh|hãy|hay|cái|cai)(?![\p{L}\d])/giu;

/** A law's own name has up to this many syllables more. */
const NAME_SYLLABLES = 6;

function asksMore(question: string): boolean {
  return (question.replace(REFERENCE, ' ').match(/\p{L}+/gu) ?? []).length > NAME_SYLLABLES;
}

function passage(clauses: readonly Clause[], { khoan, diem }: CitationPath): readonly Clause[] {
  if (khoan === undefined) return clauses;
  const clause = clauses.filter(({ place }) => place.khoan?.toLowerCase() === khoan.toLowerCase());
  const point = clause.filter(({ place }) => place.diem?.toLowerCase() === diem?.toLowerCase());
  // A short khoản is one chunk with its điểm inside.
  return diem !== undefined && point.length > 0 ? point : clause;
}

function noSuchClause(
  { retrieval }: Evidence,
  unit: EvidenceUnit,
  clauses: readonly Clause[],
  path: CitationPath,
): Draft | undefined {
  const known = new Set(clauses.flatMap(({ place }) => place.khoan ?? []));
  const last = Math.max(0, ...[...known].map((khoan) => Number.parseInt(khoan, 10) || 0));
  // A number inside the range was lost in reading: nothing is claimed of it.
  if (known.size === 0 || path.khoan === undefined || Number.parseInt(path.khoan, 10) <= last)
    return undefined;
  const name = unit.facts.number ? `${unit.facts.type} số ${unit.facts.number}` : unit.facts.title;
  return notFound(
    retrieval,
    `Điều ${path.dieu} ${name} có ${known.size} khoản, không có khoản ${path.khoan}. Anh/chị kiểm tra lại số khoản.`,
  );
}

function quoted(unit: EvidenceUnit, spans: readonly QuoteSpan[]): Draft {
  const citations: Citation[] = [];
  const lines: string[] = [];
  let left = BUDGET;
  let shown = 0;
  for (const span of spans) {
    const quote = fitting(span, left, lines.length === 0);
    if (quote === undefined) break;
    shown++;
    if ((quoteText(quote).match(/\p{L}/gu) ?? []).length < MIN_QUOTE_LETTERS) continue;
    const citation = toCitation(citations.length + 1, unit, quote);
    citations.push(citation);
    left -= citation.quote.length;
    lines.push(`${citation.quote}${quote.end < span.end ? ' …' : ''} [${citation.n}]`);
  }
  const rest = spans.length - shown;
  const { number, title, type } = unit.facts;
  const more = `Điều này còn ${rest} đoạn; anh/chị hỏi rõ khoản cần xem hoặc mở căn cứ để đọc trọn.`;
  return {
    status: lines.length > 0 ? 'answered' : 'not_found',
    sections: [
      {
        role: 'conclusion',
        heading: `${number === undefined ? title : `${type} số ${number} – ${title}`}`.slice(0, 220),
        lines: lines.slice(0, 1),
      },
      ...(lines.length > 1 ? [{ role: 'detail' as const, lines: lines.slice(1) }] : []),
      ...(rest > 0 ? [{ role: 'next' as const, lines: [more] }] : []),
      ...cautionSection(cautionsOf(unit, [])),
    ],
    citations,
    composer: 'embedded',
  };
}

/** The whole span, or as much of the first one as fits, cut at a line or a word; undefined when nothing more fits. */
function fitting(span: QuoteSpan, left: number, first: boolean): QuoteSpan | undefined {
  if (span.end - span.start <= left) return span;
  if (!first) return undefined;
  const { text } = span.chunk;
  const line = text.lastIndexOf('\n', span.start + left);
  const end = line > span.start + left / 2 ? line : text.lastIndexOf(' ', span.start + left);
  return { ...span, end: Math.max(end, span.start + 1) };
}
