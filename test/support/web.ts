import type { Answer, Citation } from '../../src/answer/model.ts';
import type { LoggedQuestion, Person, PersonId, QuestionId, Role } from '../../src/dialogue/model.ts';
import { createSigninLink } from '../../src/dialogue/signin.ts';
import type { ChunkId, DocumentId } from '../../src/legal/model.ts';
import { createWeb } from '../../src/web/create-web.ts';
import type { WebDeps } from '../../src/web/deps.ts';
import {
  memoryAudit,
  memoryEscalations,
  memoryNotices,
  memoryPeople,
  memoryQuestions,
  memorySettings,
  memorySignin,
} from './memory-stores.ts';

export const NOW = new Date('2026-05-04T03:00:00Z');

export function person(
  id: string,
  roles: readonly Role[] = ['official'],
  more: Partial<Person> = {},
): Person {
  return {
    id: id as PersonId,
    name: `Nguyễn Văn ${id}`,
    status: 'active',
    roles,
    fields: [],
    createdAt: NOW.toISOString(),
    ...more,
  };
}

export function citation(n: number, more: Partial<Citation> = {}): Citation {
  return {
    n,
    source: 'nghi-dinh-mau.txt',
    documentNumber: '901/2025/NĐ-CP',
    documentTitle: 'Nghị định số 901/2025/NĐ-CP quy định thử về sổ theo dõi',
    path: { dieu: '5', khoan: String(n) },
    label: `khoản ${n} Điều 5 Nghị định số 901/2025/NĐ-CP`,
    quote: 'Ủy ban nhân dân cấp xã giải quyết trong thời hạn 03 ngày làm việc.',
    effectivity: { status: 'in_force', from: '2025-07-01' },
    chunkId: `901/2025/NĐ-CP#d5.k${n}` as ChunkId,
    documentId: '901/2025/NĐ-CP' as DocumentId,
    ...more,
  };
}

export function answer(more: Partial<Answer> = {}): Answer {
  return {
    status: 'answered',
    answer: 'Thời hạn giải quyết là 03 ngày làm việc [1].\nHồ sơ gồm một tờ khai [2].',
    citations: [citation(1), citation(2, { quote: 'Hồ sơ gồm một tờ khai theo mẫu.', page: 4 })],
    composer: 'embedded',
    timings: { retrieveMs: 4, composeMs: 2, totalMs: 6 },
    traceId: 'trace-1',
    sections: [
      { role: 'conclusion', lines: ['Thời hạn giải quyết là 03 ngày làm việc [1].'] },
      { role: 'caution', lines: ['Nếu hồ sơ chưa đủ, thời hạn tính từ ngày bổ sung đủ.'] },
      {
        role: 'detail',
        heading: 'Thành phần hồ sơ',
        lines: ['Hồ sơ gồm:', '- một tờ khai [2];', '- giấy tờ tùy thân.'],
      },
    ],
    route: 'procedure',
    confidence: 0.9,
    ...more,
  };
}

export function logged(id: string, owner: Person, more: Partial<LoggedQuestion> = {}): LoggedQuestion {
  return {
    id: id as QuestionId,
    traceId: `trace-${id}`,
    person: owner.id,
    channel: 'web',
    conversation: '00000000-0000-4000-8000-000000000001',
    askedAt: NOW.toISOString(),
    asOf: '2026-05-04',
    question: 'Thời hạn giải quyết là bao lâu?',
    answer: answer(),
    hits: [],
    ...more,
  };
}

/** The web over in-memory stores; `ask` logs and returns `nextAnswer`. */
export function testWeb(more: Partial<WebDeps> = {}) {
  const clock = { now: NOW };
  const people = memoryPeople();
  const signin = memorySignin();
  const questions = memoryQuestions();
  const escalations = memoryEscalations();
  const audit = memoryAudit();
  const state = { nextAnswer: answer(), asked: [] as string[] };
  const errors: unknown[] = [];
  const deps: WebDeps = {
    chat: {
      async ask(asker, request) {
        state.asked.push(request.question);
        const id = `q${state.asked.length}` as QuestionId;
        await questions.add(
          logged(id, asker, {
            question: request.question,
            conversation: request.conversation,
            answer: state.nextAnswer,
          }),
        );
        return { questionId: id, answer: state.nextAnswer, firstContact: false };
      },
      giveFeedback: async (_by, id, feedback) =>
        questions.setFeedback(id, { ...feedback, at: NOW.toISOString() }),
      escalate: async () => 'Đã gửi Sở Tư pháp, hạn trả lời 06/05/2026.',
      source: async (_by, id, n) => {
        const cited = (await questions.question(id))?.answer.citations.find((c) => c.n === n);
        return (
          cited && {
            label: cited.label,
            documentTitle: cited.documentTitle,
            documentId: cited.documentId,
            before: 'Điều 5. Thời hạn',
            text: `${n}. ${cited.quote} Hết khoản.`,
            after: '9. Khoản khác.',
            quote: cited.quote,
          }
        );
      },
    },
    people,
    signin,
    questions,
    escalations,
    audit,
    settings: memorySettings(),
    notices: memoryNotices(),
    trustProxy: false,
    now: () => clock.now,
    log: {
      info: () => {},
      warn: () => {},
      error: (entry: unknown) => void errors.push(entry),
    } as WebDeps['log'],
    ...more,
  };
  const app = createWeb(deps);

  /** Saves the person and signs in through a link, as a browser would; returns the cookie and CSRF token. */
  async function signIn(who: Person): Promise<SignedIn> {
    await deps.people.save(who);
    const path = await createSigninLink({ signin: deps.signin, now: deps.now }, who.id);
    const response = await app.request(path, { method: 'POST' });
    const cookie =
      (response.headers.get('set-cookie') ?? '').match(/((?:__Host-)?tlcx=[A-Za-z0-9_-]{20,})/)?.[1] ?? '';
    const html = await (await app.request('/tai-khoan', { headers: { cookie } })).text();
    return { cookie, csrf: /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '' };
  }

  return { app, deps, clock, state, errors, audit, signIn };
}

export interface SignedIn {
  readonly cookie: string;
  readonly csrf: string;
}

export const get = (who: SignedIn, headers: Record<string, string> = {}) => ({
  headers: { cookie: who.cookie, ...headers },
});

/** A form POST as this person; pass `_csrf: undefined` to leave the token out. */
export function post(
  who: SignedIn,
  form: Record<string, string | undefined>,
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ _csrf: who.csrf, ...form }))
    if (value !== undefined) body.set(name, value);
  return { method: 'POST', body, headers: { cookie: who.cookie, ...headers } };
}
