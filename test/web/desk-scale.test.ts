import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { generateLog } from '../support/generate-log.ts';
import { get, type SignedIn } from '../support/web.ts';

/** `DESK_ROWS=1000000 npx vitest run test/web/desk-scale.test.ts` measures the size promised; with DESK_DATABASE=FILE the
 * log is written there once and measured again as often as wanted. */
const ROWS = Number(process.env['DESK_ROWS'] ?? 10_000);
const KEPT = process.env['DESK_DATABASE'];
const P95_MS = 300;
/** The 95th percentile of twenty is the nineteenth. */
const REPEATS = 20;
const P95_AT = 18;

const PAGES = [
  '/quan-tri',
  '/quan-tri/cau-hoi',
  `/quan-tri/cau-hoi?truoc=${Math.floor(ROWS / 2)}`,
  '/quan-tri/cau-hoi?status=not_found',
  '/quan-tri/cau-hoi?status=failed&commune=xa-3&feedback=wrong&field=linh vuc 5',
  '/quan-tri/cau-hoi?from=2025-08-01&to=2025-08-31&status=refused',
  '/quan-tri/cau-hoi?status=failed&commune=xa-3',
  '/quan-tri/cau-hoi?status=refused&field=linh vuc 5',
  '/quan-tri/cau-hoi?text=khai sinh',
  '/quan-tri/cau-hoi?text=khong co tu nay',
  '/quan-tri/cau-hoi?text=trich luc&status=not_found&commune=xa-7',
  '/quan-tri/cau-hoi?text=trich luc&status=answered',
  '/quan-tri/cau-hoi?text=trich luc&commune=xa-7',
  '/quan-tri/cau-hoi?text=khai sinh&from=2025-08-01&to=2025-08-31',
  '/quan-tri/cau-hoi?text=k&from=2025-08-01',
  '/quan-tri/cau-hoi?text=trich luc&status=answered&from=2025-08-01&to=2025-08-31',
  `/quan-tri/cau-hoi?text=khai sinh&truoc=${Math.floor(ROWS / 2)}`,
  '/quan-tri/cau-hoi?document=d7',
  '/quan-tri/cau-hoi/q00000000',
  '/quan-tri/ra-soat',
  '/quan-tri/vuong-mac',
  '/quan-tri/vuong-mac?from=2025-05-05&to=2026-05-04',
  '/quan-tri/vuong-mac/g7',
  `/quan-tri/nguoi-dung/${PEOPLE.admin.id}`,
  '/quan-tri/tra-loi-chuan',
  '/quan-tri/chuyen-vien',
  '/quan-tri/van-ban',
  '/quan-tri/nguoi-dung',
  '/quan-tri/nhat-ky',
  '/quan-tri/cai-dat/yeu-cau-du-lieu',
  '/tai-khoan',
  '/lich-su',
  '/metrics',
];

/** As department staff, whose part of the log is two fields of 61. */
const STAFF_PAGES = [
  '/quan-tri/cau-hoi',
  `/quan-tri/cau-hoi?truoc=${Math.floor(ROWS / 2)}`,
  '/quan-tri/cau-hoi?status=not_found',
  '/quan-tri/cau-hoi?text=khai sinh',
  '/quan-tri/ra-soat',
  '/quan-tri/vuong-mac',
  '/quan-tri/vuong-mac?from=2025-05-05&to=2026-05-04',
];

describe(`the desk over ${ROWS} questions`, () => {
  let desk: Desk;
  let admin: SignedIn;
  let staff: SignedIn;
  beforeAll(async () => {
    desk = await openDesk({}, KEPT);
    const { n } = await desk.db
      .selectFrom('questions')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    if (Number(n) === 0) await generateLog(desk.db, ROWS);
    admin = await desk.signIn(PEOPLE.admin);
    staff = await desk.signIn(PEOPLE.staff);
    for (const field of ['linh vuc 5', 'linh vuc 6'])
      await desk.stores.escalations.saveRoute({ field, department: PEOPLE.staff.department!, people: [] });
  }, 3_600_000);
  afterAll(() => desk.close());

  async function p95(path: string, who: SignedIn): Promise<number> {
    const times: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      const started = performance.now();
      const response = await desk.app.request(path, get(who));
      await response.text();
      times.push(performance.now() - started);
      expect(response.status).toBe(200);
    }
    times.sort((a, b) => a - b);
    const ms = times[P95_AT]!;
    const told = `${ms.toFixed(0).padStart(5)} ms (slowest ${times.at(-1)!.toFixed(0)})  ${path}${who === staff ? ' (staff)' : ''}`;
    if (process.env['DESK_ROWS']) process.stderr.write(`${told}\n`);
    return ms;
  }

  it.each(PAGES)(`%s within ${P95_MS} ms at the 95th percentile`, async (path) => {
    expect(await p95(path, admin)).toBeLessThan(P95_MS);
  });

  it.each(STAFF_PAGES)(`%s for staff within ${P95_MS} ms at the 95th percentile`, async (path) => {
    expect(await p95(path, staff)).toBeLessThan(P95_MS);
  });

  it('finds the same by walking the index as by comparing every question', async () => {
    const filter = { text: 'trich luc', status: 'answered' } as const;
    const walked = await desk.review.desk.list(filter, { limit: 500 });
    const compared = await desk.db
      .selectFrom('question_desk as d')
      .innerJoin('questions as q', 'q.id', 'd.question_id')
      .select('d.seq')
      .where('d.status', '=', 'answered')
      .where(sql<boolean>`' ' || q.folded || ' ' LIKE '% trich %' AND ' ' || q.folded LIKE '% luc%'`)
      .orderBy('d.seq', 'desc')
      .limit(500)
      .execute();
    expect(walked.map((one) => one.seq)).toEqual(compared.map((row) => row.seq));
  });

  it('exports everything without keeping it in memory', async () => {
    const response = await desk.app.request('/quan-tri/cau-hoi.csv', get(admin));
    const before = process.memoryUsage().rss;
    let [lines, most] = [0, 0];
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      for (const byte of chunk) if (byte === 10) lines++;
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(lines).toBe(ROWS + 1);
    expect(most / 1024 ** 2).toBeLessThan(150);
  }, 900_000);
});
