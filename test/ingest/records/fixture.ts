import type { ProcedureRecord } from '../../../src/ingest/records/record.ts';

/** A procedure made up for the tests, in the shape of the portal's records. */
export function record(overrides: Partial<ProcedureRecord> = {}): ProcedureRecord {
  return {
    ma_thu_tuc: '1.999001',
    ten_thu_tuc: 'Đăng ký sân phơi lúa của thôn',
    so_quyet_dinh: '12/QĐ-BNNMT',
    cap_thuc_hien: 'Cấp xã',
    loai_thu_tuc: '',
    linh_vuc: 'Nông nghiệp',
    doi_tuong_thuc_hien: 'Công dân Việt Nam',
    co_quan_thuc_hien: 'Ủy ban nhân dân cấp xã',
    co_quan_co_tham_quyen: '',
    dia_chi_tiep_nhan: '',
    co_quan_duoc_uy_quyen: '',
    co_quan_phoi_hop: '',
    trinh_tu_thuc_hien:
      'Bước 1: Trưởng thôn nộp hồ sơ tại Trung tâm Phục vụ hành chính công.\nBước 2: Trong thời hạn 04 ngày làm việc kể từ ngày nhận đủ hồ sơ, công chức kiểm tra sân phơi.\nBước 3: Chủ tịch Ủy ban nhân dân cấp xã ký Giấy xác nhận sân phơi.',
    cach_thuc_thuc_hien:
      'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 Ngày làm việcMiễn phíTrực tiếp7 Ngày làm việcMiễn phí',
    thanh_phan_ho_so:
      '--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đăng ký sân phơi theo Mẫu số 05Mẫu số 05.docx1 bản chínhSơ đồ vị trí sân phơi0 bản chính,1 bản sao',
    yeu_cau_dieu_kien: 'Sân phơi có diện tích từ 200 m2 trở lên.',
    ket_qua_xu_ly: 'Giấy xác nhận sân phơiMã: KQ.G10.000001Từ khóaKhông có thông tinMô tảKhông có thông tin',
    can_cu_phap_ly: 'Tên văn bản pháp lýMã văn bảnNghị định về sân phơi999/2025/NĐ-CP',
    thu_tuc_lien_quan: 'Không có thông tin',
    detail_url: 'https://example.invalid/1',
    ...overrides,
  };
}
