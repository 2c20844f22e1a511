import type { ProcedurePart } from '../../legal/model.ts';
import type { Shape } from '../question.ts';
import type { Candidate } from './candidates.ts';

const ACTOR =
  /Chủ tịch|Giám đốc|Bộ trưởng|Thủ trưởng|Trưởng|[Cc]ơ quan|Công an|Ủy ban|Uỷ ban|UBND|Sở |Chi cục|Cục |Tổng cục|[Cc]ông chức|[Cc]hủ thể|[Nn]gười |[Tt]ổ chức|[Hh]ội đồng|Trung tâm/u;

/** Does a sentence of the source have the shape that answers? On the literal text. */
const SHAPES: Readonly<Record<Shape, RegExp>> = {
  duration:
    /(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính)\d|\d+ ?(?:\(?[\p{Ll} ]{0,24}\)? ?)?(?:[Nn]gày|[Tt]háng|[Gg]iờ|[Nn]ăm|[Tt]uần|[Pp]hút)(?!\p{Ll})|(?:trước|sau|từ|đến|hết) (?:ngày )?\d{1,2}\/\d|(?:trước|sau|từ|đến) ngày \d|ngày \d{1,2}(?![\d/]| tháng \d+ năm)|theo quý|theo tháng|[Nn]gay (?:trong|sau|khi)/u,
  validity:
    /(?:giá trị|hiệu lực|thời hạn sử dụng|thời hạn của) .{0,60}(?:\d+ ?(?:\([^)]*\) ?)?(?:ngày|tháng|năm)|đến (?:khi|ngày|hết)|không (?:xác định )?thời hạn|vô thời hạn|lâu dài)|(?:vô thời hạn|không thời hạn)/iu,
  money:
    /\d ?(?:đồng|Đồng|VNĐ|VND|vnđ|đ\/|Việt Nam Đồng|%|USD)|[Mm]iễn (?:phí|lệ phí|thu)|[Kk]hông (?:thu|mất|phải nộp) (?:phí|lệ phí)|[Mm]ức thu|Phí|[Ll]ệ phí/u,
  form: /[Mm]ẫu (?:số |đơn |tờ |biểu )?[\dA-Z]|[Mm]ẫu (?:đơn|tờ khai|biểu|hộ tịch)|theo [Mm]ẫu|(?<![\d/])\d{2}[A-Z]?(?:-\d)?\/[A-Z]|Phụ lục (?:số )?[IVX\d]/u,
  papers:
    /[Gg]iấy|[Bb]ản (?:sao|chính|khai|vẽ)|[Đđ]ơn|[Tt]ờ (?:khai|trình)|[Vv]ăn bản|[Bb]iên bản|[Hh]ồ sơ|[Bb]áo cáo|[Bb]ảng|[Hh]ợp đồng|[Dd]anh sách/u,
  signer:
    /Chủ tịch|Giám đốc|Bộ trưởng|Thủ trưởng|Trưởng (?:phòng|Công an|ban|cơ quan)|Cục trưởng|[Ll]ãnh đạo|[Uu]ỷ? ?quyền|[Ủủ]y quyền|(?:cấp|do|trình|thuộc|đúng) thẩm quyền|trình .{0,60}ký|(?:^|[-+*•]\s*)Ký(?!\p{L})|(?:Ủy|Uỷ) ban nhân dân .{0,60}(?:cấp|quyết định|xác nhận|công nhận|phê duyệt|giải quyết)/u,
  actor: ACTOR,
  applicant:
    /(?:có|chịu) (?:trách nhiệm|nghĩa vụ|quyền)|[Nn]gười (?:yêu cầu|nộp|đề nghị) (?:là|gồm|phải là)|(?:tự|được quyền|phải) (?:đi|yêu cầu|làm đơn)/u,
  place:
    /(?:nộp|gửi|tại|đến|thông qua|qua) [^.]{0,80}(?:Trung tâm|Bộ phận|[Cc]ơ quan|Công an|Ủy ban|Uỷ ban|UBND|Sở|Cổng|[Cc]hi cục|đơn vị|cơ sở)|không phụ thuộc/u,
  channel: /[Tt]rực tuyến|[Bb]ưu chính|[Tt]rực tiếp|[Cc]ổng [Dd]ịch vụ công|môi trường mạng/u,
  legal: /\d+\/\d{4}\/|Luật|Nghị định|Thông tư|Điều \d+/u,
  result: /[Gg]iấy|[Qq]uyết định|[Tt]hông báo|[Tt]rích lục|[Vv]ăn bản|[Ss]ổ|[Bb]iên bản|[Kk]ết quả/u,
  condition: /[Đđ]iều kiện|phải|được|không|trừ|[Tt]rường hợp|từ .{0,20} trở lên|bắt buộc/u,
  quantity: /\d|(?:một|hai|ba|bốn|năm) (?:người|bản|bộ)/u,
  steps: /Bước|nộp|tiếp nhận|thực hiện|gửi|lập|trình/u,
};

/** Where an answer of each shape usually stands; 0..1. Half of the time limits stand in `trinh_tu`. */
const PRIOR: Readonly<Record<Shape, Readonly<Partial<Record<ProcedurePart, number>>>>> = {
  duration: { trinh_tu: 0.8, cach_thuc: 1, dieu_kien: 0.5, thanh_phan_ho_so: 0.3 },
  validity: { dieu_kien: 0.8, trinh_tu: 0.6, ket_qua: 0.8, thanh_phan_ho_so: 0.3 },
  money: { cach_thuc: 1, dieu_kien: 0.2, trinh_tu: 0.3 },
  form: { thanh_phan_ho_so: 1, trinh_tu: 0.4, ket_qua: 0.4 },
  papers: { thanh_phan_ho_so: 1, trinh_tu: 0.35, dieu_kien: 0.2 },
  signer: { trinh_tu: 1, co_quan: 1, ket_qua: 0.4, dieu_kien: 0.3 },
  actor: { trinh_tu: 1, co_quan: 0.9, thanh_phan_ho_so: 0.4, ket_qua: 0.3, dieu_kien: 0.4, cach_thuc: 0.4 },
  applicant: { doi_tuong: 1, dieu_kien: 0.5, trinh_tu: 0.5 },
  place: { trinh_tu: 1, co_quan: 0.6, cach_thuc: 0.8, thanh_phan_ho_so: 0.4 },
  channel: { cach_thuc: 1, trinh_tu: 0.6 },
  legal: { can_cu: 1, trinh_tu: 0.4, thanh_phan_ho_so: 0.5, ket_qua: 0.3, cach_thuc: 0.4, dieu_kien: 0.3 },
  result: { ket_qua: 1, trinh_tu: 0.4, cach_thuc: 0.2 },
  condition: { dieu_kien: 1, trinh_tu: 0.7, thanh_phan_ho_so: 0.5, doi_tuong: 0.4 },
  quantity: { dieu_kien: 0.8, trinh_tu: 0.7, thanh_phan_ho_so: 0.7, cach_thuc: 0.5 },
  // "Thì làm sao" asks about the case told; a question about all the steps is answered as a whole (general.ts).
  steps: { trinh_tu: 0.4, cach_thuc: 0.25, dieu_kien: 0.25, thanh_phan_ho_so: 0.25 },
};

/** Somebody in office signs or decides, or a dossier is put before them to do so. */
export const DECIDES =
  /trình .{0,80}(?:Chủ tịch|[Ll]ãnh đạo|Thủ trưởng|Giám đốc|cấp có thẩm quyền).{0,60}|(?:Chủ tịch|[Ll]ãnh đạo|Thủ trưởng|Giám đốc|Bộ trưởng|Trưởng (?:phòng|Công an|ban)|Cục trưởng).{0,120}(?:ký|quyết định|phê duyệt|cấp |công nhận|ban hành|xác nhận|chấp thuận)|[Nn]gười thực hiện chứng thực ký/u;
/** A body does: "Ủy ban nhân dân cấp xã cấp giấy", not "giấy của Ủy ban nhân dân cấp tỉnh". */
const BODY_DECIDES =
  /(?:Ủy|Uỷ) ban nhân dân .{0,60}(?:quyết định|xác nhận|công nhận|phê duyệt|giải quyết|cấp (?!tỉnh|huyện|xã|trung ương|có))|(?:Công an|[Cc]ơ quan) .{0,60}(?:quyết định|giải quyết|cấp giấy)|thẩm quyền (?:của|thuộc)|(?:thuộc|đúng) thẩm quyền/u;

/** Does a sentence say who decides? One that only names a body or an office, in the title of a circular or of a paper, has the
 * shape (it may still be what was asked about) and says nothing of authority. */
export function saysWhoDecides({ text, part, kind }: Candidate): boolean {
  return part === 'co_quan' || (kind === 'prose' && (DECIDES.test(text) || BODY_DECIDES.test(text)));
}

const FEE_BETWEEN = /\d{1,2}\/\d{1,2}\/\d{4}.*(?:phí|mức thu)/iu;
/** A length of time in figures. */
export const LENGTH = /\d+ ?(?:\([^)]*\) ?)?(?:[Nn]gày|[Gg]iờ|[Tt]háng|[Tt]uần|[Pp]hút)(?!\p{L})/u;

/** Has the candidate the shape that answers this? */
export function hasShape({ text, part }: Candidate, shape: Shape): boolean {
  // "Từ ngày … đến ngày … mức thu bằng 50%" is no time limit.
  if (shape === 'duration' && FEE_BETWEEN.test(text) && !LENGTH.test(text)) return false;
  return SHAPES[shape].test(text) || (shape === 'applicant' && part === 'doi_tuong');
}

/** How often (0..1) answers of this shape stand in this part of a record. */
export function priorOf(shape: Shape, part: ProcedurePart | undefined): number {
  return part === undefined ? 0 : (PRIOR[shape][part] ?? 0);
}
