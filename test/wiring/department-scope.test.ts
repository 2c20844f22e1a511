import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { readerOf } from '../../src/dialogue/access.ts';
import { sweepCorrections } from '../../src/dialogue/changes/corrections.ts';
import { follow, sweepDigests } from '../../src/dialogue/changes/digest.ts';
import type { Person, PersonId, QuestionId } from '../../src/dialogue/model.ts';
import { createSigninLink } from '../../src/dialogue/signin.ts';
import type { DocumentId } from '../../src/legal/model.ts';
import { createLogger } from '../../src/log.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { PEOPLE } from '../support/people.ts';
import { bytesOf, letter } from '../support/uploads.ts';

/** A document for one department, in a running server: whoever is not of it finds what they found before it was there. */
const WORDS = 'giếng khơi làng Vọng nộp 77.000 đồng mỗi mùa';
const MARKS = /giếng khơi|Vọng|77\.000|45\/STP|45%2FSTP/u;
/** People type the number too, and read their own words again. */
const TYPED = /45\/STP-HCTP(?!@)/gu;
const QUESTION = 'nước ở làng lấy từ đâu, mỗi mùa nộp bao nhiêu tiền theo hướng dẫn đăng ký hộ tịch?';
const DOCUMENT = '45/STP-HCTP@so-tu-phap-thanh-pho-hue@2026-02-03' as DocumentId;
const ABSENT = DOCUMENT.replace('45/', '46/') as DocumentId;
const { staff } = PEOPLE;
const OTHERS: readonly Person[] = [
  { ...PEOPLE.staff, id: 'noi-vu' as PersonId, name: 'Ngô Nội Vụ', department: 'so-noi-vu' },
  { ...PEOPLE.approver, id: 'duyet-noi-vu' as PersonId, name: 'Vũ Người Duyệt', department: 'so-noi-vu' },
  { ...PEOPLE.approver, id: 'dau-moi-tp' as PersonId, name: 'Võ Thành Phố', department: undefined as never },
  PEOPLE.official,
  PEOPLE.leader,
];
const about = (id: string) => [
  `/quan-tri/van-ban/xem?id=${encodeURIComponent(id)}`,
  `/quan-tri/van-ban/so-sanh?id=${encodeURIComponent(id)}&ban=1`,
  `/tai-lieu/goc/${encodeURIComponent(id)}`,
  `/tai-lieu/trang/1/${encodeURIComponent(id)}`,
];
/** What shows documents, or how many there are. */
const OF_DOCUMENTS = [
  '/',
  '/theo-doi',
  '/quan-tri',
  '/quan-tri/van-ban',
  '/quan-tri/van-ban?text=gi%E1%BA%BFng+kh%C6%A1i',
  '/quan-tri/van-ban?text=H%E1%BB%99+t%E1%BB%8Bch',
  '/quan-tri/vuong-mac',
  '/tai-lieu/nap',
  ...about(DOCUMENT),
];

let app: App;
let server: RunningServer;
let asked: QuestionId;
let upload: string;
let clock = new Date('2026-05-04T03:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'department-scope-'));
const browsers = new Map<PersonId, Browser>();
const before = new Map<PersonId, unknown>();

type Browser = Awaited<ReturnType<typeof signedIn>>;

/** What is new on every page: forms' tokens, conversations, the policy's nonce. */
function withoutTokens(html: string): string {
  return html.replace(/(name="(?:_csrf|c)" value|nonce)="[^"]+"/g, '$1');
}

async function signedIn(person: Person) {
  const path = await createSigninLink({ signin: app.stores.signin, now: app.now }, person.id);
  const url = server.address;
  const entered = await fetch(url + path, { method: 'POST', redirect: 'manual', headers: { origin: url } });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]!;
  const csrf = /name="_csrf" value="([^"]+)"/;
  const page = async (to: string) => {
    const answer = await fetch(url + to, { headers: { cookie } });
    return `${answer.status} ${withoutTokens(await answer.text())}`;
  };
  const token = csrf.exec(await (await fetch(`${url}/tai-khoan`, { headers: { cookie } })).text())?.[1] ?? '';
  const post = async (to: string, form: Record<string, string>) => {
    const body = new URLSearchParams({ _csrf: token, ...form });
    const headers = { cookie, origin: url };
    const answer = await fetch(url + to, { method: 'POST', body, headers, redirect: 'manual' });
    return `${answer.status} ${withoutTokens(await answer.text())}`;
  };
  return { page, post };
}

const found = async (person: Person) => {
  const reader = readerOf(person, 'web');
  const result = await app.retriever.retrieve({
    query: QUESTION,
    asOf: '2026-05-04',
    k: 10,
    reader,
    territory: 'hue',
  });
  return JSON.stringify(result.hits.map(({ chunkId, text }) => [chunkId, text]));
};

/** All that shows documents to this person. */
async function seenBy(person: Person): Promise<unknown> {
  const { page } = browsers.get(person.id)!;
  const pages: Record<string, string> = {};
  for (const path of OF_DOCUMENTS) pages[path] = await page(path);
  return { pages, found: await found(person) };
}

async function publish(text: string, scope: Parameters<App['uploads']['uploads']['setScope']>[0]['scope']) {
  const { uploads } = app.uploads;
  const begun = await uploads.begin({
    by: staff.id,
    bytes: bytesOf(text),
    fileName: 'cong-van.txt',
    channel: 'web',
  });
  if (begun.status !== 'ready') throw new Error(begun.reason);
  const { id } = begun.preview.upload;
  await uploads.setScope({ by: staff.id, id, scope });
  expect((await uploads.confirm({ by: staff.id, id })).status).toBe('serving');
  return id;
}

beforeAll(async () => {
  app = await openApp(parseConfig({ DATA_DIR: folder, PORT: '0' }), { tell: () => {}, now: () => clock });
  for (const one of [staff, PEOPLE.admin, ...OTHERS]) await app.stores.people.save(one);
  // The field's questions are also the business of somebody of another department.
  await app.stores.escalations.saveRoute({
    field: 'Hộ tịch',
    department: 'so-tu-phap',
    people: [OTHERS[0]!.id],
  });
  server = await startServer(app, createLogger('silent'));
  await publish(letter({ number: '44/STP-HCTP', body: '3. Không thu lệ phí.' }), { kind: 'public' });
  for (const one of [staff, ...OTHERS]) browsers.set(one.id, await signedIn(one));
  for (const one of OTHERS) {
    await follow(app.changes, one.id, 'Hộ tịch');
    before.set(one.id, await seenBy(one));
  }
  clock = new Date(clock.getTime() + 60_000);
  upload = await publish(letter({ body: `3. ${WORDS}.` }), {
    kind: 'departments',
    departments: ['so-tu-phap'],
  });
  const answered = await app.dialogue.ask({
    person: staff.id,
    channel: 'web',
    conversation: 'w',
    text: QUESTION,
  });
  expect(answered.answer.answer).toMatch(MARKS);
  asked = answered.questionId;
  await app.dialogue.escalate({ by: staff.id, question: asked });
}, 120_000);
afterAll(async () => {
  await server.stop();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a document for one department', () => {
  it('is there for its own people', async () => {
    const { page } = browsers.get(staff.id)!;
    expect(await page('/quan-tri/van-ban')).toMatch(MARKS);
    expect(await page(about(DOCUMENT)[2]!)).toContain('giếng khơi');
    expect(await found(staff)).toMatch(MARKS);
  });

  it.each(OTHERS.map((one) => [one.name, one] as const))('%s sees what they saw before', async (_, one) => {
    // Counts and lists included.
    expect(await seenBy(one)).toEqual(before.get(one.id));
  });

  it.each(OTHERS.map((one) => [one.name, one] as const))(
    '%s is answered without it, and asks on without it',
    async (_, one) => {
      for (const text of [QUESTION, 'còn lệ phí mỗi mùa thì sao?', 'công văn 45/STP-HCTP nói gì?']) {
        const { answer } = await app.dialogue.ask({
          person: one.id,
          channel: 'web',
          conversation: 'w',
          text,
        });
        expect(JSON.stringify(answer).replace(TYPED, '')).not.toMatch(MARKS);
      }
    },
  );

  it.each(OTHERS.map((one) => [one.name, one] as const))(
    '%s learns nothing by guessing its name',
    async (_, one) => {
      const { page, post } = browsers.get(one.id)!;
      const alike = (text: string, id: string) =>
        text.replaceAll(id, 'ID').replaceAll(encodeURIComponent(id), 'ID');
      for (const [i, path] of about(DOCUMENT).entries())
        expect(alike(await page(path), DOCUMENT)).toBe(alike(await page(about(ABSENT)[i]!), ABSENT));
      for (const path of [
        '/quan-tri/van-ban/thu-hoi',
        '/quan-tri/van-ban/pham-vi',
        '/tai-lieu/nap/doc-lai',
      ]) {
        const tried = (id: string) =>
          post(`${path}?id=${encodeURIComponent(id)}`, { reason: 'thử', scope: 'public' });
        const [there, absent] = [await tried(DOCUMENT), await tried(ABSENT)];
        expect(there).toMatch(/^(403|404)/);
        expect(alike(there, DOCUMENT)).toBe(alike(absent, ABSENT));
      }
      expect(await page(`/tai-lieu/nap/${upload}`)).toMatch(/^(403|404)/);
    },
  );

  it.each(OTHERS.map((one) => [one.name, one] as const))(
    '%s finds it in no log, export, notice or digest',
    async (_, one) => {
      clock = new Date('2026-05-05T11:00:00Z');
      await sweepDigests(app.changes);
      await sweepCorrections(app.changes);
      const { page } = browsers.get(one.id)!;
      const paths = [
        `/quan-tri/cau-hoi/${asked}`,
        `/quan-tri/cau-hoi/${asked}/nguon/1`,
        `/cau-hoi/${asked}`,
        `/cau-hoi/${asked}/nguon/1`,
        `/cau-hoi/${asked}/can-cu.txt`,
        '/quan-tri/cau-hoi',
        '/quan-tri/cau-hoi.csv',
        '/quan-tri/chuyen-vien',
        '/thong-bao',
        '/tai-khoan/du-lieu.json',
      ];
      for (const path of paths) expect((await page(path)).replace(TYPED, ''), path).not.toMatch(MARKS);
      expect(JSON.stringify(await app.stores.notices.of(one.id, 20))).not.toMatch(MARKS);
    },
  );
});
