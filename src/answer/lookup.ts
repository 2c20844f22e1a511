import type { DocumentFacts, Retrieval } from '../retrieval/model.ts';
import { day } from './cautions.ts';
import type { Draft, Evidence } from './model.ts';
import { notFound } from './not-found.ts';
import { ENOUGH } from './thresholds.ts';

/** What a number, an article or a code in the question settles by itself; undefined when it settles nothing. */
export function answerLookup(retrieval: Retrieval, evidence: Evidence): Draft | undefined {
  const { lookup } = retrieval;
  switch (lookup.kind) {
    case 'none':
    case 'found':
      return undefined;
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

/** Does the first unit speak of the document that is not here itself, and of the article asked for? A summary often
 * does; a number that is only mentioned in a question about a procedure does not stop the answer either. */
export function isTold(number: string, { query, confidence }: Retrieval, { units }: Evidence): boolean {
  const [first] = units;
  if (!first) return false;
  const said = first.chunks.map(({ label, text }) => `${label}\n${text}`).join('\n');
  const article = query.path?.dieu;
  const named =
    said.includes(number) &&
    (article === undefined || new RegExp(`Điều ${article}(?![\\p{L}\\d])`, 'u').test(said));
  return named
    ? confidence >= ENOUGH.told
    : article === undefined && confidence >= ENOUGH.personnelConfidence;
}

function whichIssuer(retrieval: Retrieval, candidates: readonly DocumentFacts[]): Draft {
  const number = candidates[0]?.number ?? retrieval.query.documentNumbers[0] ?? '';
  const choices = candidates.slice(0, 6).map((facts) => {
    const issuer = [facts.issuer, facts.date && `ngày ${day(facts.date)}`].filter(Boolean).join(', ');
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
