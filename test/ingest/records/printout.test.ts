import { describe, expect, it } from 'vitest';
import { printoutToIndexable } from '../../../src/ingest/records/printout.ts';

const PRINTOUT = `CHI TIẾT THỦ TỤC HÀNH CHÍNH
Tên thủ tục	Thủ tục cấp giấy xác nhận vườn ươm
của thôn
Mã thủ tục	1.900001
Số quyết định	99/QĐ-BNNMT
Cấp thực hiện	Xã
Lĩnh vực	Nông nghiệp
Cơ quan phối hợp
TRÌNH TỰ THỰC HIỆN
Người dân nộp hồ sơ tại Trung tâm Phục vụ hành chính công.
THÀNH PHẦN HỒ SƠ
Tên giấy tờ	Mẫu đơn, tờ khai	Số lượng
Đơn đề nghị xác nhận vườn ươm	1 bản chính
CÁCH THỨC THỰC HIỆN
Trực tiếp	05 ngày làm việc	Miễn phí
CƠ QUAN THỰC HIỆN
Không có thông tin
`;

describe('a procedure printed from the portal', () => {
  const document = printoutToIndexable(PRINTOUT, 'in.pdf', (offset) => (offset < 260 ? 1 : 2))!;

  it('is the same document as its record', () => {
    expect(document.facts).toMatchObject({
      id: 'tthc:1.900001',
      kind: 'procedure',
      title: 'Thủ tục cấp giấy xác nhận vườn ươm của thôn',
      linhVuc: 'Nông nghiệp',
      levels: ['xa'],
    });
  });

  it('is cut by part into literal spans with pages; "Không có thông tin" is no text', () => {
    expect(document.chunks.map((chunk) => [chunk.path.part, chunk.page])).toEqual([
      ['trinh_tu', 1],
      ['thanh_phan_ho_so', 2],
      ['cach_thuc', 2],
    ]);
    for (const chunk of document.chunks) {
      expect(PRINTOUT.slice(chunk.span.start, chunk.span.end)).toBe(chunk.text);
    }
  });

  it('is nothing else: an official document that names a procedure stays one', () => {
    expect(
      printoutToIndexable('QUYẾT ĐỊNH\nVề việc công bố\nMã thủ tục	1.900001', 'qd.pdf', () => 1),
    ).toBeUndefined();
    expect(printoutToIndexable(PRINTOUT.replace('1.900001', 'chưa có'), 'in.pdf', () => 1)).toBeUndefined();
  });
});
