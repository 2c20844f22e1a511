import { randomUUID } from 'node:crypto';
import type { Answer, Answerer, AskRequest, Citation } from '../../src/answer/model.ts';
import type { DialogueDeps } from '../../src/dialogue/deps.ts';
import { createDialogue, type Dialogue } from '../../src/dialogue/dialogue.ts';
import type { Person, PersonId } from '../../src/dialogue/model.ts';
import type { Chunk, ChunkSource, DocumentFacts } from '../../src/retrieval/model.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createDelegationStore } from '../../src/store/delegations/delegation-store.ts';
import { createAuditLog } from '../../src/store/dialogue/audit-log.ts';
import { createEscalationStore } from '../../src/store/dialogue/escalation-store.ts';
import { createNoticeStore } from '../../src/store/dialogue/notice-store.ts';
import { createPeopleStore } from '../../src/store/dialogue/people-store.ts';
import { createQuestionLog } from '../../src/store/dialogue/question-log.ts';
import { createSettingsStore } from '../../src/store/dialogue/settings-store.ts';
import { createSigninStore } from '../../src/store/dialogue/signin-store.ts';

/** One small procedure in three pieces, made for tests. */
export const FACTS = {
  id: 'tthc:9.000001',
  kind: 'procedure',
  source: 'mau.jsonl',
  title: 'Đăng ký khai sinh (mẫu thử)',
  type: 'Thủ tục hành chính',
  procedureCode: '9.000001',
  linhVuc: 'Hộ tịch',
  scope: { kind: 'public' },
  ownWords: false,
} as unknown as DocumentFacts;

export const CHUNKS = ['Trình tự: nộp hồ sơ.', 'Thời hạn: trong ngày làm việc.', 'Lệ phí: miễn phí.'].map(
  (text, i) =>
    ({
      id: `tthc:9.000001#${i}`,
      documentId: 'tthc:9.000001',
      unitId: 'tthc:9.000001',
      path: {},
      label: `Phần ${i + 1} thủ tục 9.000001`,
      heading: '',
      text,
      span: { start: 0, end: text.length },
    }) as unknown as Chunk,
);

export function chunkSource(facts: DocumentFacts = FACTS): ChunkSource {
  const byId = new Map(CHUNKS.map((chunk) => [chunk.id, chunk]));
  return {
    chunks: async (ids) => new Map(ids.flatMap((id) => (byId.has(id) ? [[id, byId.get(id)!] as const] : []))),
    unitChunks: async () => CHUNKS,
    documentChunks: async () => CHUNKS,
    facts: async (ids) => new Map(ids.filter((id) => id === facts.id).map((id) => [id, facts] as const)),
  };
}

export function citation(n: number, overrides: Partial<Citation> = {}): Citation {
  return {
    n,
    source: 'mau.jsonl',
    documentTitle: FACTS.title,
    procedureCode: '9.000001',
    path: { part: 'cach_thuc' },
    label: 'Cách thức thực hiện, thủ tục 9.000001',
    quote: 'Thời hạn: trong ngày làm việc.',
    effectivity: { status: 'in_force' },
    chunkId: 'tthc:9.000001#1',
    documentId: 'tthc:9.000001',
    ...overrides,
  };
}

export function answer(text: string, overrides: Partial<Answer> = {}): Answer {
  return {
    status: 'answered',
    answer: text,
    citations: [citation(1)],
    composer: 'embedded',
    timings: { retrieveMs: 1, composeMs: 1, totalMs: 2 },
    traceId: randomUUID(),
    sections: [{ role: 'conclusion', lines: [text] }],
    route: 'procedure',
    confidence: 0.9,
    ...overrides,
  };
}

/** Answers "Trả lời: <question> [1]" and remembers what it was asked. */
export function echoAnswerer(
  respond: (request: AskRequest) => Answer | Promise<Answer> = (r) => answer(`Trả lời: ${r.question} [1]`),
): Answerer & { asked: AskRequest[] } {
  const asked: AskRequest[] = [];
  return {
    asked,
    async ask(request) {
      asked.push(request);
      return { answer: await respond(request), hits: [] };
    },
  };
}

export interface TestDialogue {
  readonly dialogue: Dialogue;
  readonly deps: DialogueDeps;
  readonly logged: { level: string; fields: unknown; message: unknown }[];
  addPerson(overrides?: Partial<Person>): Promise<Person>;
}

/** The real dialogue over a real database (in memory unless a file is named), with a fake answerer. */
export async function testDialogue(
  overrides: Partial<DialogueDeps> & { file?: string } = {},
): Promise<TestDialogue> {
  const { file = ':memory:', ...rest } = overrides;
  const db = await openDatabase(file);
  const logged: TestDialogue['logged'] = [];
  const logAt = (level: string) => (fields: unknown, message?: unknown) => {
    logged.push({ level, fields, message });
  };
  const now = rest.now ?? (() => new Date());
  const deps: DialogueDeps = {
    answerer: echoAnswerer(),
    chunks: chunkSource(),
    people: createPeopleStore(db),
    questions: createQuestionLog(db),
    escalations: createEscalationStore(db),
    audit: createAuditLog(db),
    signin: createSigninStore(db),
    settings: createSettingsStore(db, now),
    notices: createNoticeStore(db),
    delegations: createDelegationStore(db),
    now,
    log: { info: logAt('info'), warn: logAt('warn'), error: logAt('error') },
    ...rest,
  };
  return {
    dialogue: createDialogue(deps),
    deps,
    logged,
    async addPerson(person = {}) {
      const full: Person = {
        id: randomUUID() as PersonId,
        name: 'Người thử',
        status: 'active',
        roles: ['official'],
        fields: [],
        createdAt: now().toISOString(),
        ...person,
      };
      await deps.people.save(full);
      return full;
    },
  };
}
