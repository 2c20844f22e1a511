import { parseChannelTable } from '../../legal/procedure/cach-thuc.ts';
import { slice } from '../../legal/procedure/spans.ts';
import type { ProcedureRecord } from './record.ts';

/** Bodies of the district level, abolished on 1 July 2025. */
const DISTRICT =
  /cấp huyện|(?:Phòng|phòng) [^.;\n]{2,60}? huyện|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|nhân dân|Công an) huyện/u;
/** Bodies of the commune level, bodies that stand outside the levels of local government, and "People's Committee" alone. */
const COMMUNE_OR_VERTICAL =
  /xã|phường|Uỷ ban nhân dân|Ủy ban nhân dân|UBND|Công an|Trung tâm [Pp]hục vụ hành chính công|[Bb]ảo hiểm|BHXH|[Tt]huế|[Hh]ải quan|Kho bạc|Tòa án|Ngân hàng|Không có thông tin/u;
const SET_BY_COUNCIL = /Hội đồng nhân dân|HĐND/u;
const SUM =
  /[1-9]\d*(?:[.,]\d{3})+ ?(?:đồng|Đồng|đ(?!\p{L})|VNĐ|VND|vnđ|Việt Nam Đồng|\/ ?\p{Ll})|[1-9]\d{3,} ?(?:đồng|Đồng|VNĐ|VND|vnđ|Việt Nam Đồng)/u;
const FREE = /Miễn phí/u;
/** No fee is a few hundred đồng: the portal's cell lost its thousands ("700 VNĐ" beside "700.000 đồng/cơ sở"). */
const TOO_SMALL = /(?<![\d.,])[1-9]\d{0,2} ?(?:VNĐ|VND|vnđ|Đồng|đồng|Việt Nam Đồng)(?!\p{L})/u;

/** Sentences an official must be told with any answer from this record, without resolving what the source leaves open. */
export function recordCautions(record: ProcedureRecord): string[] {
  const table = parseChannelTable(record.cach_thuc_thuc_hien);
  const field = record.cach_thuc_thuc_hien;
  const cautions: string[] = [];
  if (/xã/u.test(record.cap_thuc_hien) && Object.values(record).some((value) => DISTRICT.test(value)))
    cautions.push(
      'Cấp huyện: bản công bố còn nhắc đến cấp huyện, cấp này không còn trong mô hình chính quyền hai cấp; anh/chị cần đối chiếu cơ quan đang thực hiện.',
    );
  const named = record.co_quan_thuc_hien.trim();
  if (
    /xã/u.test(record.cap_thuc_hien) &&
    named !== '' &&
    named.length <= 200 &&
    !COMMUNE_OR_VERTICAL.test(named)
  )
    cautions.push(
      `Cơ quan: bản công bố xếp thủ tục này cả ở cấp xã nhưng mục cơ quan thực hiện chỉ ghi “${named}”; anh/chị cần đối chiếu thẩm quyền của cấp xã trước khi hướng dẫn.`,
    );
  const bare = [
    ...new Set(table.rows.flatMap((r) => (r.time && !r.time.unit ? [slice(field, r.time.span)] : []))),
  ];
  if (bare.length > 0)
    cautions.push(
      `Thời hạn: bản công bố ghi “${bare.join('”, “')}” ở cột thời gian mà không ghi đơn vị (giờ, ngày hay ngày làm việc); không tự suy ra được.`,
    );
  const unsplit = table.rows.find((r) => r.unsplit);
  if (unsplit?.unsplit)
    cautions.push(
      `Thời hạn, phí: bản công bố in liền hai cột thành “${slice(field, unsplit.unsplit).slice(0, 24).trim()}”, không tách chắc chắn được.`,
    );
  const fees = table.rows.flatMap((r) => (r.fee ? [slice(field, r.fee)] : []));
  const free = fees.filter((fee) => FREE.test(fee));
  if (free.some((fee) => SET_BY_COUNCIL.test(fee)) || (free.length > 0 && SET_BY_COUNCIL.test(field)))
    cautions.push(
      'Phí: bản công bố vừa ghi “Miễn phí” vừa dẫn mức thu do Hội đồng nhân dân quy định; cần đối chiếu nghị quyết hiện hành của địa phương.',
    );
  else if (free.some((fee) => SUM.test(fee)))
    cautions.push(
      'Phí: bản công bố vừa ghi “Miễn phí” vừa nêu một mức thu; cần đối chiếu văn bản quy định mức thu trước khi trả lời công dân.',
    );
  const small = fees.map((fee) => TOO_SMALL.exec(fee)?.[0]).find((sum) => sum !== undefined);
  if (small !== undefined)
    cautions.push(
      `Phí: bản công bố in “${small}” ở cột phí, có thể thiếu phần nghìn; cần đối chiếu phần ghi chú hoặc văn bản quy định mức thu trước khi thu.`,
    );
  return cautions;
}
