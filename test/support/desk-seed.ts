import type { AnswerStatus } from '../../src/answer/model.ts';
import type { EscalationId, LoggedQuestion, PersonId } from '../../src/dialogue/model.ts';
import { groupNewQuestions } from '../../src/dialogue/review/gaps.ts';
import type { ChunkId, DocumentId } from '../../src/legal/model.ts';
import { type Desk, PEOPLE, storeDocument } from './desk.ts';
import { answer, citation, logged, NOW, person } from './web.ts';

const QUESTIONS: readonly [text: string, field: string, status: AnswerStatus][] = [
  ['Thời hạn đăng ký khai sinh là bao lâu?', 'Hộ tịch', 'answered'],
  ['ho so dang ky ket hon gom nhung gi', 'Hộ tịch', 'answered'],
  ['Lệ phí cấp bản sao trích lục hộ tịch', 'Hộ tịch', 'partial'],
  ['Cấp giấy chứng nhận hộ kinh doanh ở đâu', 'Hộ kinh doanh', 'answered'],
  ['Phần mềm hộ tịch báo lỗi khi đăng ký khai sinh lưu động', 'Hộ tịch', 'not_found'],
  ['phần mềm hộ tịch báo lỗi đăng ký khai sinh lưu động thì làm sao', 'Hộ tịch', 'not_found'],
  ['Ai ký chứng thực khi chủ tịch đi vắng', 'Chứng thực', 'clarify'],
  ['Mức hỗ trợ hộ nghèo đa chiều năm 2026', 'Bảo trợ xã hội', 'not_found'],
  ['Soạn giúp bài phát biểu khai mạc', '', 'out_of_scope'],
  ['Thủ tục xác nhận nguồn gốc đất trước năm 1993', 'Đất đai', 'answered'],
];

/** A month of questions, people, documents and decisions: enough for every page to show what it shows in use. */
export async function seedDesk(desk: Desk): Promise<void> {
  for (const one of Object.values(PEOPLE)) await desk.stores.people.save(one);
  const waiting = { status: 'pending', commune: 'a-luoi-4', position: 'Công chức tư pháp, hộ tịch' } as const;
  await desk.stores.people.save(person('cho-duyet', ['official'], { name: 'Hồ Văn Chờ', ...waiting }));
  await desk.stores.escalations.saveRoute({ field: 'Hộ tịch', department: 'so-tu-phap', people: [] });
  await storeDocument(desk.db, '901/2025/NĐ-CP', {
    title: 'Nghị định số 901/2025/NĐ-CP quy định thử về sổ theo dõi',
    text: 'Điều 5. Thời hạn\n1. Ủy ban nhân dân cấp xã giải quyết trong thời hạn 03 ngày làm việc.\n2. Hồ sơ gồm một tờ khai theo mẫu.',
    version: 2,
  });
  await storeDocument(desk.db, '902/2025/NĐ-CP', { warnings: ['Trang 3 đọc không chắc chắn.'] });
  const old = await desk.db
    .selectFrom('documents')
    .selectAll()
    .where('id', '=', '901/2025/NĐ-CP')
    .executeTakeFirstOrThrow();
  await desk.db
    .insertInto('document_versions')
    .values({
      document_id: old.id,
      version: 1,
      source: old.source,
      content_hash: 'old',
      facts: old.facts,
      text: old.text.replace('03 ngày', '05 ngày'),
      replaced_at: NOW.toISOString(),
    })
    .execute();
  const questions = Array.from({ length: 120 }, (_, i) => question(i));
  questions.sort((a, b) => a.askedAt.localeCompare(b.askedAt));
  for (const one of questions) await desk.stores.questions.add(one);
  await groupNewQuestions({ gaps: desk.review.gaps, now: () => NOW });
  await desk.stores.escalations.save({
    id: 'e-q004' as EscalationId,
    question: question(4).id,
    asker: PEOPLE.official.id,
    state: 'cho_tiep_nhan',
    department: 'so-tu-phap',
    field: 'Hộ tịch',
    createdAt: NOW.toISOString(),
    dueAt: new Date(NOW.getTime() + 2 * 86_400_000).toISOString(),
  });
  await desk.stores.questions.setEscalation(question(4).id, 'e-q004' as EscalationId);
  for (const [id, at, recall] of [
    ['r1', '2026-04-01', 0.52],
    ['r2', '2026-05-01', 0.61],
  ] as const) {
    await desk.review.evaluations.save(
      { id, set: 'tthc', at: `${at}T02:00:00.000Z`, overall: { 'R@1': recall, 'R@10': 0.9, facts: recall } },
      [
        { id: 'a', question: 'Thời hạn đăng ký khai sinh', status: 'answered', rank: id === 'r1' ? 4 : 1 },
        {
          id: 'b',
          question: 'Lệ phí chứng thực chữ ký',
          status: id === 'r1' ? 'answered' : 'not_found',
          ...(id === 'r1' && { rank: 2 }),
        },
      ],
    );
  }
}

function question(i: number): LoggedQuestion {
  const [text, field, status] = QUESTIONS[i % QUESTIONS.length]!;
  const askedAt = new Date(NOW.getTime() - ((i * i + 3 * i) % 29) * 86_400_000 - i * 60_000).toISOString();
  const sourced = status === 'answered' || status === 'partial';
  return logged(`q${String(i).padStart(3, '0')}`, PEOPLE.official, {
    question: text,
    conversation: `c${i % 12}`,
    askedAt,
    channel: i % 3 === 0 ? 'web' : 'telegram',
    commune: i % 2 === 0 ? 'my-thuong' : 'a-luoi-4',
    person: PEOPLE.official.id as PersonId,
    ...(field && { field }),
    ...(i % 9 === 3 && { feedback: { verdict: 'wrong', reason: 'thieu', at: askedAt } }),
    ...(i % 9 === 1 && { feedback: { verdict: 'helpful', at: askedAt } }),
    answer: answer({
      status,
      confidence: i % 7 === 0 ? 0.3 : 0.9,
      timings: { retrieveMs: 4 + (i % 11), composeMs: 2, totalMs: 8 + (i % 40) },
      ...(!sourced && {
        answer: 'Chưa tìm thấy căn cứ trong kho văn bản.',
        sections: [{ role: 'conclusion', lines: ['Chưa tìm thấy căn cứ trong kho văn bản.'] }],
        citations: [],
      }),
      ...(sourced && { citations: [citation(1), citation(2)] }),
    }),
    hits: [1, 2, 3].map((rank) => ({
      rank,
      score: 12.5 / rank,
      chunkId: `901/2025/NĐ-CP#d5.k${rank}` as ChunkId,
      documentId: '901/2025/NĐ-CP' as DocumentId,
      label: `khoản ${rank} Điều 5 Nghị định số 901/2025/NĐ-CP`,
      trace: { parts: { chunk: 8.1 / rank, title: 3.2 / rank, prior: 1.2 } },
    })),
  });
}
