import { sql } from 'kysely';
import { ANSWER_STATUSES } from '../../src/answer/model.ts';
import type { LoggedQuestion } from '../../src/dialogue/model.ts';
import type { Db } from '../../src/store/database.ts';
import { questionRow } from '../../src/store/dialogue/question-rows.ts';
import { answer, citation, logged, person } from './web.ts';

const WORDS = (
  'khai sinh ket hon dat dai chung thuc ho tich cu tru can cuoc kinh doanh xay dung bao tro xa hoi nguoi co cong ' +
  'thoi han le phi ho so tham quyen uy ban nhan dan cap xa trich luc ban sao lai moi doi thay the giay to khai'
).split(' ');
const BATCH = 400;
const GROUPS = 400;
const YEAR_MS = 31_536_000_000;

/** Writes a year of questions, evenly spread, the same ones for the same number; ids grow with time. The difficult ones
 * are in {@link GROUPS} groups. */
export async function generateLog(db: Db, rows: number): Promise<void> {
  const random = generator(1);
  const words = (n: number) =>
    Array.from({ length: n }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  for (let from = 0; from < rows; from += BATCH) {
    const batch: LoggedQuestion[] = [];
    for (let i = from; i < Math.min(rows, from + BATCH); i++) batch.push(question(i, rows, random, words));
    await db.transaction().execute(async (tx) => {
      await tx.insertInto('questions').values(batch.map(questionRow)).execute();
      const documents = batch.map((q, k) => ({ question_id: q.id, document_id: `d${(from + k) % 300}` }));
      await tx.insertInto('question_documents').values(documents).execute();
    });
  }
  await group(db);
}

/** As upkeep leaves it, without comparing every question with every group. */
async function group(db: Db): Promise<void> {
  const unnoted = { terms: '[]', size: 1, created_at: '2025-05-05', action: 'chua_xu_ly', details: '{}' };
  const groups = Array.from({ length: GROUPS }, (_, i) => ({ id: `g${i}`, name: `nhóm ${i}`, ...unnoted }));
  await db.insertInto('gap_groups').values(groups).execute();
  await sql`UPDATE question_desk SET gap = 'g' || (seq % ${GROUPS}) WHERE difficult = 1`.execute(db);
}

function question(
  i: number,
  rows: number,
  random: () => number,
  words: (n: number) => string,
): LoggedQuestion {
  const askedAt = new Date(Date.UTC(2025, 4, 5) + i * (YEAR_MS / rows)).toISOString();
  const status = ANSWER_STATUSES[random() < 0.6 ? 0 : Math.floor(random() * ANSWER_STATUSES.length)]!;
  const verdict = random() < 0.03 ? 'wrong' : random() < 0.1 ? 'helpful' : undefined;
  return logged(`q${i.toString(36).padStart(8, '0')}`, person(`p${i % 500}`), {
    askedAt,
    conversation: `c${i % 5000}`,
    commune: `xa-${i % 40}`,
    field: `linh vuc ${i % 61}`,
    question: words(8),
    answer: answer({
      status,
      answer: words(60),
      citations: [citation(1)],
      confidence: random(),
      timings: { retrieveMs: 3, composeMs: 4, totalMs: Math.floor(random() * 900) },
    }),
    ...(verdict && { feedback: { verdict, at: askedAt } }),
  });
}

/** Linear congruential generator of Park and Miller (1988): equal numbers for equal seeds on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
