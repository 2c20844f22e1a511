import { PROCEDURE_PARTS, type ProcedurePart } from '../../legal/model.ts';
import type { AskedField } from '../model.ts';

/** Parts of a procedure record where an asked field is usually written; facts stray, so the others still count. */
const PARTS_OF: Readonly<Record<AskedField, readonly ProcedurePart[]>> = {
  thoi_han: ['cach_thuc', 'trinh_tu'],
  thanh_phan_ho_so: ['thanh_phan_ho_so', 'trinh_tu'],
  bieu_mau: ['thanh_phan_ho_so', 'trinh_tu'],
  le_phi: ['cach_thuc', 'trinh_tu'],
  tham_quyen: ['co_quan', 'trinh_tu', 'cach_thuc'],
  trinh_tu: ['trinh_tu'],
  dieu_kien: ['dieu_kien', 'trinh_tu'],
  ket_qua: ['ket_qua', 'trinh_tu'],
  can_cu: ['can_cu'],
  doi_tuong: ['doi_tuong', 'dieu_kien'],
};

const BOOST = 1.1;

/** Factor for chunks of each part (index: position in PROCEDURE_PARTS + 1), or nothing when nothing is asked. */
export function chunkFactors(fields: readonly AskedField[]): { readonly chunkFactor?: Float32Array } {
  if (fields.length === 0) return {};
  const factors = new Float32Array(PROCEDURE_PARTS.length + 1).fill(1);
  for (const f of fields) for (const part of PARTS_OF[f]) factors[PROCEDURE_PARTS.indexOf(part) + 1] = BOOST;
  return { chunkFactor: factors };
}
