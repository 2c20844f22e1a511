import { printDate } from '../legal/citation-label.ts';
import type { DocumentId } from '../legal/model.ts';
import type { DocumentFacts, Retrieval } from '../retrieval/model.ts';
import { STATUS_WORDS } from './effectivity.ts';
import type { Draft, Evidence, EvidenceUnit } from './model.ts';
import { notFound } from './not-found.ts';
import { readStanding } from './standing/question.ts';
import { ENOUGH } from './thresholds.ts';
import { WORDS } from './words.ts';

/** What a number, an article or a code in the question settles by itself; undefined when it settles nothing. */
export function answerLookup(retrieval: Retrieval, evidence: Evidence): Draft | undefined {
  const { lookup } = retrieval;
  switch (lookup.kind) {
    case 'none':
      return articleUntold(retrieval, evidence);
    case 'found':
      return outOfForce(retrieval, lookup.documents ?? [], evidence);
    case 'ambiguous':
      return whichIssuer(retrieval, lookup.candidates);
    case 'no_such_article':
      return notFound(
        retrieval,
        `${nameOf(lookup.document)} có ${lookup.articles} điều, không có Điều ${retrieval.query.path?.dieu ?? 'được hỏi'}. Anh/chị kiểm tra lại số điều hoặc tên văn bản.`,
      );
    case 'unknown_procedure':
      return notFound(
        retrieval,
        `Không có thủ tục mã ${lookup.code} trong kho văn bản hiện có. Anh/chị kiểm tra lại mã, hoặc hỏi bằng tên thủ tục.`,
      );
    case 'unknown_document':
      return isTold(lookup.number, retrieval, evidence)
        ? undefined
        : notFound(
            retrieval,
            `Trong kho văn bản hiện có không có văn bản số ${lookup.number}, nên tôi không trả lời về nội dung của văn bản này.`,
          );
  }
}

/** The document named is here but not in force on the day asked: no other document answers for it. */
function outOfForce(
  retrieval: Retrieval,
  documents: readonly DocumentId[],
  { units }: Evidence,
): Draft | undefined {
  if (documents.length === 0 || units.some((unit) => documents.includes(unit.facts.id))) return undefined;
  const hit = retrieval.hits.find((h) => documents.includes(h.documentId));
  if (!hit) return notFound(retrieval, WORDS.notInForce);
  const { status, note } = hit.effectivity;
  const name = hit.documentNumber ? `${hit.documentType} số ${hit.documentNumber}` : hit.documentTitle;
  const why = note === undefined ? '' : ` (${note.replace(/\.$/, '')})`;
  const said = `${name} ${STATUS_WORDS[status]} vào ngày được hỏi${why}`;
  return notFound(retrieval, `${said}, nên tôi không dùng làm căn cứ.`);
}

/** An article was asked for by its number, and what was found does not even mention such an article. */
function articleUntold(retrieval: Retrieval, { units: [first] }: Evidence): Draft | undefined {
  const dieu = retrieval.query.path?.dieu;
  if (dieu === undefined || !first || tellsArticle(first, dieu)) return undefined;
  return notFound(
    retrieval,
    `Tôi chưa tìm thấy Điều ${dieu} của văn bản anh/chị hỏi trong kho văn bản hiện có, nên không trả lời thay bằng nội dung khác. Anh/chị ghi giúp số, ký hiệu của văn bản.`,
  );
}

function tellsArticle(unit: EvidenceUnit, dieu: string): boolean {
  const said = unit.chunks.map(({ label, text }) => `${label}\n${text}`).join('\n');
  return new RegExp(`Điều ${dieu}(?![\\p{L}\\d])`, 'iu').test(said);
}

/** Does the first unit speak of the document that is not here itself, and of the article asked for? A summary often
 * does; a number that is only mentioned in a question about a procedure does not stop the answer either. */
export function isTold(number: string, { query, confidence }: Retrieval, { units }: Evidence): boolean {
  const [first] = units;
  if (!first) return false;
  const said = first.chunks.map(({ label, text }) => `${label}\n${text}`).join('\n');
  const article = query.path?.dieu;
  const named = said.includes(number) && (article === undefined || tellsArticle(first, article));
  // What is asked about a document as such is told by what speaks of it.
  if (!named && readStanding(query.original) !== undefined) return false;
  return named
    ? confidence >= ENOUGH.told
    : article === undefined && confidence >= ENOUGH.personnelConfidence;
}

function whichIssuer(retrieval: Retrieval, candidates: readonly DocumentFacts[]): Draft {
  const number = candidates[0]?.number ?? retrieval.query.documentNumbers[0] ?? '';
  const choices = candidates.slice(0, 6).map((facts) => {
    const issuer = [facts.issuer, facts.date && `ngày ${printDate(facts.date)}`].filter(Boolean).join(', ');
    return {
      label: `${facts.type} số ${number} của ${issuer || facts.title}`,
      question: `${retrieval.query.original} (${issuer || facts.title})`,
    };
  });
  return {
    status: 'clarify',
    sections: [
      {
        role: 'conclusion',
        lines: [
          `Có ${candidates.length} văn bản cùng số ${number}, do các cơ quan khác nhau ban hành. Anh/chị hỏi văn bản nào?`,
        ],
      },
      { role: 'next', lines: choices.map(({ label }) => label) },
    ],
    citations: [],
    choices,
    composer: 'embedded',
  };
}

function nameOf(facts: DocumentFacts): string {
  return facts.number ? `${facts.type} số ${facts.number}` : facts.title;
}
