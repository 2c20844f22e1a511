import { describe, expect, it } from 'vitest';
import { recordCautions } from '../../../src/ingest/records/cautions.ts';
import { findTwins, recordToIndexable } from '../../../src/ingest/records/to-document.ts';
import { record } from './fixture.ts';

describe('a record as a document', () => {
  const document = recordToIndexable(record(), 'thu-tuc.jsonl');

  it('is one unit whose chunks are literal spans of the text, labelled by part', () => {
    for (const chunk of document.chunks) {
      expect(document.text.slice(chunk.span.start, chunk.span.end)).toBe(chunk.text);
      expect(chunk.unitId).toBe('tthc:1.999001');
    }
    expect(document.chunks.map((c) => c.id)).toContain('tthc:1.999001#thanh_phan_ho_so.1');
    expect(document.chunks.find((c) => c.path.part === 'thanh_phan_ho_so')?.label).toBe(
      'Thành phần hồ sơ – Thủ tục đăng ký sân phơi lúa của thôn (mã 1.999001)',
    );
  });

  it('leaves placeholders, table heads and the portal’s codes out of the chunks', () => {
    const texts = document.chunks.map((c) => c.text).join('\n');
    expect(texts).not.toMatch(/Không có thông tin|Từ khóa|Mã: KQ|Hình thức nộp|Tên giấy tờMẫu/);
  });

  it('knows code, field, level and publisher', () => {
    expect(document.facts).toMatchObject({
      id: 'tthc:1.999001',
      kind: 'procedure',
      procedureCode: '1.999001',
      linhVuc: 'Nông nghiệp',
      levels: ['xa'],
      issuer: 'Bộ Nông nghiệp và Môi trường',
      source: 'thu-tuc.jsonl',
    });
  });

  it('has the same content hash from another file, and another one when a letter changes', () => {
    expect(recordToIndexable(record(), 'khac.jsonl').contentHash).toBe(document.contentHash);
    const changed = record({ yeu_cau_dieu_kien: 'Sân phơi có diện tích từ 300 m2 trở lên.' });
    expect(recordToIndexable(changed, 'thu-tuc.jsonl').contentHash).not.toBe(document.contentHash);
  });

  it('is still found by its name when every field is empty', () => {
    const bare = recordToIndexable(
      record({
        doi_tuong_thuc_hien: '',
        co_quan_thuc_hien: '',
        trinh_tu_thuc_hien: '',
        cach_thuc_thuc_hien: '',
        thanh_phan_ho_so: '--',
        yeu_cau_dieu_kien: 'Không',
        ket_qua_xu_ly: '',
        can_cu_phap_ly: 'Không có thông tin',
      }),
      'x.jsonl',
    );
    expect(bare.chunks.map((c) => [c.path.part, c.text])).toEqual([
      ['khac', 'Đăng ký sân phơi lúa của thôn'],
    ]);
  });

  it('binds one province only when that province published it', () => {
    const local = record({ so_quyet_dinh: '226/QĐ-UBND', can_cu_phap_ly: 'Nghị quyết của HĐND tỉnh Sơn La' });
    expect(recordToIndexable(local, 'x').facts.territory).toBe('son-la');
    const example = record({ co_quan_thuc_hien: 'Sở Nông nghiệp và Môi trường Thành phố Hà Nội' });
    const facts = recordToIndexable(example, 'x').facts;
    expect(facts.territory).toBeUndefined();
    expect(facts.cautions?.join()).toContain('Hà Nội');
  });

  it('finds copies under other codes', () => {
    const twins = findTwins([
      record(),
      record({ ma_thu_tuc: '1.999002' }),
      record({ ma_thu_tuc: '1.999003', linh_vuc: 'Khác' }),
    ]);
    expect([...twins]).toEqual([
      ['1.999001', ['1.999002']],
      ['1.999002', ['1.999001']],
    ]);
  });
});

describe('cautions', () => {
  const table = (body: string) =>
    record({ cach_thuc_thuc_hien: `Hình thức nộpThời gianPhí, lệ phíMô tả${body}` });

  it.each([
    ['a time without unit', table('Trực tuyến3Miễn phí'), /Thời hạn: .*“3”.*không ghi đơn vị/],
    [
      '"free" beside a fee set by the council',
      table('Trực tiếp1 NgàyMiễn phí(Mức phí do Hội đồng nhân dân tỉnh quyết định)'),
      /Phí: .*Hội đồng nhân dân/,
    ],
    ['"free" beside a sum', table('Trực tiếp1 NgàyMiễn phí(8.000 đồng/bản)'), /Phí: .*một mức thu/],
    [
      'a sum that lost its thousands',
      table('Trực tiếp1 Ngày700 VNĐ(700.000 đồng/cơ sở)'),
      /Phí: .*“700 VNĐ”/,
    ],
    ['time and fee run together', table('Trực tiếp120 VNĐ'), /in liền/],
    [
      'the abolished district level',
      record({ trinh_tu_thuc_hien: 'Nộp tại Phòng Tư pháp huyện A.' }),
      /Cấp huyện/,
    ],
    [
      'a body that is none of the commune',
      record({ co_quan_thuc_hien: 'Tổ chức hành nghề công chứng' }),
      /Cơ quan: .*“Tổ chức hành nghề công chứng”/,
    ],
  ])('tells %s', (_name, flawed, expected) => {
    expect(recordCautions(flawed).join('\n')).toMatch(expected);
  });

  it('says nothing of a plain record, nor of a circular named beside "Miễn phí"', () => {
    expect(recordCautions(record())).toEqual([]);
    expect(recordCautions(table('Trực tiếp1 NgàyMiễn phí(Theo Thông tư số 48/2022/TT-BTC)'))).toEqual([]);
  });
});
