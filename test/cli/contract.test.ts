import { chmod, mkdir, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/store/lock.ts';
import { command } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary.ts';

const DECREE = `CHÍNH PHỦ
Số: 901/2026/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 02 tháng 3 năm 2026

NGHỊ ĐỊNH
Quy định về sổ theo dõi vườn ươm của thôn

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc lập sổ theo dõi vườn ươm của thôn.

Điều 2. Thời hạn lập sổ
1. Trưởng thôn lập sổ theo dõi vườn ươm trong thời hạn 07 ngày làm việc kể từ ngày vườn ươm hoạt động.
2. Ủy ban nhân dân cấp xã kiểm tra sổ mỗi năm một lần.

Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2026.
`;

const record = (code: string, name: string) =>
  JSON.stringify({
    ma_thu_tuc: code,
    ten_thu_tuc: name,
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Nông nghiệp',
    trinh_tu_thuc_hien:
      'Người dân nộp hồ sơ tại Trung tâm Phục vụ hành chính công. Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Chủ tịch Ủy ban nhân dân cấp xã cấp giấy xác nhận vườn ươm.',
    thanh_phan_ho_so: 'Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghị xác nhận vườn ươm1 bản chính',
  });

async function workspace() {
  const root = await temporaryFolder();
  const data = join(root, 'data');
  const files = join(root, 'files');
  await mkdir(files);
  const run = (name: string, ...args: string[]) =>
    command(name, args, { DATA_DIR: data, WRITER_WAIT_MS: '300' });
  return { root, data, files, run };
}

describe('the commands, as their users run them', () => {
  it('take files in, find them, answer from them', async () => {
    const { files, run } = await workspace();
    await writeFile(join(files, 'nghi-dinh.txt'), DECREE);
    await writeFile(join(files, 'empty.pdf'), '');
    await writeFile(
      join(files, 'records.jsonl'),
      `${record('1.900001', 'Cấp giấy xác nhận vườn ươm')}\n{"not": "a record"}\n${record('1.900002', 'Thu hồi giấy xác nhận ao cá')}\n`,
    );

    const first = await run('ingest', '--json', files, join(files, 'absent'));
    expect(first.code, first.err).toBe(0);
    const report = JSON.parse(first.out);
    const by = (source: string) => report.files.find((f: { source: string }) => f.source === source);
    expect(by('nghi-dinh.txt')).toMatchObject({
      status: 'added',
      documents: [{ documentNumber: '901/2026/NĐ-CP', articles: 3 }],
    });
    expect(by('empty.pdf')).toMatchObject({ status: 'failed', documents: [] });
    expect(by('empty.pdf').reason).toMatch(/rỗng/);
    expect(by('absent')).toMatchObject({ status: 'failed' });
    expect(by('records.jsonl')).toMatchObject({
      status: 'added',
      documents: [{ records: { total: 2, failed: 1 } }],
    });
    expect(by('records.jsonl').reason).toContain('Dòng 2');
    expect(report.totals).toMatchObject({ files: 4, added: 2, failed: 2 });

    const again = JSON.parse((await run('ingest', '--json', files)).out);
    expect(
      again.files
        .filter((f: { status: string }) => f.status !== 'failed')
        .map((f: { status: string }) => f.status),
    ).toEqual(['unchanged', 'unchanged']);

    const found = JSON.parse((await run('search', '--json', '-k', '3', 'so theo doi vuon uom cua thon')).out);
    expect(found.hits[0]).toMatchObject({
      rank: 1,
      documentNumber: '901/2026/NĐ-CP',
      source: 'nghi-dinh.txt',
    });
    expect(new Set(found.hits.map((h: { unitId: string }) => h.unitId)).size).toBe(found.hits.length);

    const early = JSON.parse(
      (await run('search', '--json', '--as-of', '2026-03-15', 'lập sổ theo dõi vườn ươm')).out,
    );
    expect(
      early.hits.find((h: { documentNumber: string }) => h.documentNumber === '901/2026/NĐ-CP').effectivity
        .status,
    ).toBe('not_yet');

    const asked = await run('ask', '--json', 'Cấp giấy xác nhận vườn ươm mất bao lâu?');
    const answer = JSON.parse(asked.out);
    expect(['answered', 'partial']).toContain(answer.status);
    expect(answer.citations[0]).toMatchObject({ n: 1, procedureCode: '1.900001', source: 'records.jsonl' });
    expect(answer.citations.map((c: { quote: string }) => c.quote).join(' ')).toContain('05 ngày làm việc');
    expect(answer.answer).toContain('[1]');

    const batch = join(files, 'q.jsonl');
    await writeFile(
      batch,
      '{"id":"a","q":"vuon uom can giay to gi"}\n{"id":"b","q":"trua nay an mon gi cho ngon"}\n',
    );
    const lines = (await run('ask', '--json', '--batch', batch)).out
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(lines.map((l) => l.id)).toEqual(['a', 'b']);
    expect(lines[0].hits.length).toBeGreaterThan(0);
    expect(['answered', 'partial', 'clarify']).not.toContain(lines[1].status);

    await writeFile(
      batch,
      'nothing\n{"q":"a b"}\n{"id":7}\n{"id":"x","q":"a b","asOf":"2026-02-30"}\n{"id":"c","q":""}\n',
    );
    const faulty = await run('ask', '--json', '--batch', batch);
    expect(faulty.code).toBe(0);
    expect(
      faulty.out
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l)),
    ).toMatchObject([
      { id: '1', status: 'failed', citations: [], hits: [] },
      { id: '2', status: 'failed' },
      { id: '7', status: 'failed' },
      { id: 'x', status: 'failed' },
      { id: 'c', status: 'refused' },
    ]);
    expect(faulty.err).toContain('Dòng 1');
    const questions = join(files, 'cau-hoi.jsonl');
    await writeFile(
      questions,
      '{"id":"a","q":"vuon uom can giay to gi","gold":[{"procedureCode":"1.900001"}]}\n',
    );
    const scored = await run('eval', '--json', '--no-save', '--questions', questions);
    expect(scored.code, scored.err).toBe(0);
    const kept = await run('eval', '--json', '--questions', questions);
    expect(kept.code, kept.err).toBe(0);
    expect(JSON.parse(kept.out).overall).toMatchObject({ questions: 1 });
  });

  it('say what to run on an empty index', async () => {
    const { run } = await workspace();
    for (const name of ['ask', 'search']) {
      const result = await run(name, '--json', 'đăng ký khai sinh');
      expect(result.code).toBe(1);
      expect(result.out).toBe('');
      expect(result.err).toContain('npm run -s ingest');
    }
  });

  it('refuse bad usage with exit 2 and how to call them', async () => {
    const { run } = await workspace();
    const calls = [
      ['ingest'],
      ['search'],
      ['search', '-k', 'nhiều', 'x'],
      ['search', '--as-of', '2026-02-30', 'x'],
      ['ask'],
      ['ask', '--batch', '/no/such/file.jsonl'],
      ['inspect', '/no/such/file.pdf'],
      ['ingest', '--unknown', 'x'],
      ['backup'],
    ] as const;
    await Promise.all(
      calls.map(async ([name, ...args]) => {
        const result = await run(name, ...args);
        expect([name, args, result.code]).toEqual([name, args, 2]);
        expect(result.err).toContain('Cách dùng:');
      }),
    );
  });

  it('name the writer that holds the folder', async () => {
    const { data, files, run } = await workspace();
    await writeFile(join(files, 'nghi-dinh.txt'), DECREE);
    const free = await takeLock(data, 'writer', 'nạp tài liệu khác', 0);
    const result = await run('ingest', files);
    free();
    expect(result.code).toBe(1);
    expect(result.err).toContain(`${process.pid} ("nạp tài liệu khác"`);
    expect((await run('ingest', files)).code).toBe(0);
  });

  it('say so when the data folder cannot be written', async () => {
    const { root } = await workspace();
    const blocked = join(root, 'blocked');
    await writeFile(blocked, 'a file where the folder should be');
    await chmod(blocked, 0o400);
    const result = await command('ingest', [root], { DATA_DIR: join(blocked, 'data') });
    expect(result.code).toBe(1);
    expect(result.err).toContain('Không ghi được');
  });

  it('back up and restore', async () => {
    const { root, data, files, run } = await workspace();
    await writeFile(join(files, 'nghi-dinh.txt'), DECREE);
    await run('ingest', files);
    const copy = join(root, 'copy.sqlite');
    expect((await run('backup', copy)).code).toBe(0);
    for (const file of [data, copy, join(data, 'tro-ly.sqlite')])
      expect((await stat(file)).mode & 0o077, `${file} is its user's alone`).toBe(0);
    const elsewhere = join(root, 'elsewhere');
    const restored = await command('restore', [copy], { DATA_DIR: elsewhere });
    expect(restored.code, restored.err).toBe(0);
    const found = await command('search', ['--json', 'vườn ươm'], { DATA_DIR: elsewhere });
    expect(JSON.parse(found.out).hits[0].documentNumber).toBe('901/2026/NĐ-CP');
    expect((await command('restore', [join(root, 'absent.sqlite')], { DATA_DIR: data })).code).toBe(2);
    expect((await command('restore', [join(files, 'nghi-dinh.txt')], { DATA_DIR: data })).err).toContain(
      'hỏng',
    );
  });

  it('tell in the same shape why a file that is there is not taken', async () => {
    const { files, run } = await workspace();
    const large = join(files, 'large.pdf');
    await writeFile(large, '%PDF-1.7');
    await truncate(large, 5 * 1024 ** 3);
    const loop = join(files, 'loop.pdf');
    await symlink('loop.pdf', loop);
    for (const [file, status, reason] of [
      [large, 'refused', /5120 MB/],
      [loop, 'failed', /vòng tròn/],
    ] as const) {
      const result = await run('inspect', '--json', file);
      expect(result.code).toBe(0);
      expect(JSON.parse(result.out)).toMatchObject({
        status,
        reason: expect.stringMatching(reason),
        text: '',
      });
    }
  });

  it('show what they understand of a file, storing nothing', async () => {
    const { files, run } = await workspace();
    const file = join(files, 'nghi-dinh.txt');
    await writeFile(file, DECREE);
    const inspection = JSON.parse((await run('inspect', '--json', file)).out);
    expect(inspection).toMatchObject({
      status: 'readable',
      format: 'txt',
      header: {
        number: '901/2026/NĐ-CP',
        type: 'Nghị định',
        date: '2026-03-02',
        effectiveFrom: '2026-04-01',
      },
    });
    expect(inspection.articles.map((a: { dieu: string }) => a.dieu)).toEqual(['1', '2', '3']);
    const told = (await run('inspect', file)).out;
    expect(told).toContain('Số, ký hiệu: 901/2026/NĐ-CP\nNgày ban hành: 02/03/2026\n');
    expect(told).toMatch(/Các điều \(3\):\n- Điều 1\. /);
    expect((await run('search', 'vườn ươm')).code).toBe(1);
  });
});
