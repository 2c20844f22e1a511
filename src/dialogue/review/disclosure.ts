import type { Answer } from '../../answer/model.ts';
import { mayRead } from '../../retrieval/access.ts';
import { readerOf } from '../access.ts';
import type { LoggedQuestion, Person } from '../model.ts';
import type { DocumentDesk } from './documents.ts';

export const WITHHELD =
  'Câu trả lời này dựa trên tài liệu hạn chế mà anh/chị không có quyền đọc, nên không hiển thị nội dung.';

/**
 * A logged question as this person may see it. When any document that was cited may not be read, the whole answer
 * is withheld: its sentences say what the document says. Documents that left no trace count as restricted.
 */
export async function disclosed(
  documents: Pick<DocumentDesk, 'scopes'>,
  person: Person,
  question: LoggedQuestion,
): Promise<{ question: LoggedQuestion; withheld: boolean }> {
  const reader = readerOf(person, 'web');
  const ids = [...new Set([...question.answer.citations, ...question.hits].map((one) => one.documentId))];
  const scopes = await documents.scopes(ids);
  const open = (id: string) => {
    const scope = scopes.get(id);
    return scope !== undefined && mayRead(scope, reader);
  };
  const hits = question.hits.filter((hit) => open(hit.documentId));
  const withheld = question.answer.citations.some((citation) => !open(citation.documentId));
  const answer = withheld ? withholdAnswer(question.answer) : question.answer;
  return { question: { ...question, hits, answer }, withheld };
}

function withholdAnswer(answer: Answer): Answer {
  const { choices: _, nearest: __, ...rest } = answer;
  return { ...rest, answer: WITHHELD, sections: [{ role: 'conclusion', lines: [WITHHELD] }], citations: [] };
}
