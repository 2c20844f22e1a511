import type { ChunkSource } from '../../retrieval/model.ts';
import { may } from '../access.ts';
import type { EscalationStore, Notice, NoticeKind, NoticeStore, PersonId } from '../model.ts';
import type { DocumentDesk } from './documents.ts';
import type { StandardAnswer } from './model.ts';
import type { ReviewDeps } from './reviewing.ts';

export interface GuidanceDeps extends ReviewDeps {
  readonly escalations: Pick<EscalationStore, 'escalation' | 'routes'>;
  readonly notices: Pick<NoticeStore, 'add'>;
  readonly documents: Pick<DocumentDesk, 'list'>;
  readonly chunks: Pick<ChunkSource, 'facts'>;
}

/** What the people of a piece of guidance are told. */
export const GUIDANCE_WORDS = {
  waiting: (by: string, question: string, answer: string, basis: string, reviewBy: string | undefined) =>
    `${by} đề xuất nội dung sau thành hướng dẫn chung:\n${question}\n\n${answer}\n\nCăn cứ: ${basis}${reviewBy === undefined ? '' : `\nNgày rà soát lại: ${reviewBy}`}`,
  approved: (question: string) =>
    `Đã duyệt hướng dẫn: “${question}”. Từ nay trợ lý dùng để trả lời mọi người.`,
  returned: (question: string, reason: string) =>
    `Hướng dẫn đề xuất “${question}” được trả lại. Lý do: ${reason}`,
  overtaken: (question: string, reason: string) =>
    `Hướng dẫn “${question}” đã ngừng dùng để trả lời. Lý do: ${reason} Vui lòng rà soát và đề xuất lại nếu còn phù hợp.`,
  ended: (number: string) => `văn bản ${number} nêu trong căn cứ không còn hiệu lực hoặc đã thu hồi.`,
  due: (day: string) => `đã đến ngày rà soát lại ${day}.`,
} as const;

export async function approversOf(deps: GuidanceDeps): Promise<readonly PersonId[]> {
  const active = await deps.people.people({ status: 'active' });
  return active.filter((person) => may(person, 'approve_guidance')).map(({ id }) => id);
}

export function notice(
  deps: GuidanceDeps,
  about: StandardAnswer,
  to: PersonId,
  kind: NoticeKind,
  text: string,
): Notice {
  const createdAt = deps.now().toISOString();
  return { id: `${kind}/${about.id}/${to}/${about.at}`, to, kind, subject: about.id, text, createdAt };
}
