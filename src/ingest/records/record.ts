import { z } from 'zod';
import { nfc } from '../../legal/text.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => nfc(value ?? ''));
const required = z
  .string()
  .transform(nfc)
  .refine((value) => value.trim() !== '');

/** One administrative procedure as published on the National Public Service Portal (20 text fields).
 * Only the code and the name are required; unknown fields are tolerated and dropped. */
export const procedureRecordSchema = z.object({
  ma_thu_tuc: required.refine((code) => /^\d{1,2}\.\d{6}(?:\.[\p{L}\p{N}.-]+)?$/u.test(code.trim())),
  ten_thu_tuc: required,
  so_quyet_dinh: text,
  cap_thuc_hien: text,
  loai_thu_tuc: text,
  linh_vuc: text,
  doi_tuong_thuc_hien: text,
  co_quan_thuc_hien: text,
  co_quan_co_tham_quyen: text,
  dia_chi_tiep_nhan: text,
  co_quan_duoc_uy_quyen: text,
  co_quan_phoi_hop: text,
  trinh_tu_thuc_hien: text,
  cach_thuc_thuc_hien: text,
  thanh_phan_ho_so: text,
  yeu_cau_dieu_kien: text,
  ket_qua_xu_ly: text,
  can_cu_phap_ly: text,
  thu_tuc_lien_quan: text,
  detail_url: text,
});
export type ProcedureRecord = z.infer<typeof procedureRecordSchema>;

/** One item of a records file. `line` is 1-based (of a JSON array: the item's number). */
export type RecordOutcome =
  | { readonly ok: true; readonly line: number; readonly record: ProcedureRecord }
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** Records of a `.jsonl` (one a line; blank lines are passed over) or `.json` file (one object or an array),
 * lazily, in order. Never throws: what is no record says so in one Vietnamese sentence. */
export function* readRecords(content: string, format: 'json' | 'jsonl'): Generator<RecordOutcome> {
  if (format === 'jsonl') {
    let line = 0;
    for (const raw of content.replace(/^\uFEFF/, '').split('\n')) {
      line++;
      if (raw.trim() !== '') yield parseRecord(raw, line, `Dòng ${line}`);
    }
    return;
  }
  const parsed = parseJson(content.replace(/^\uFEFF/, ''));
  if (!parsed.ok) {
    yield {
      ok: false,
      line: 1,
      reason: 'Tệp không phải JSON hợp lệ; hãy kiểm tra tệp hoặc xuất lại từ nguồn.',
    };
    return;
  }
  const items: unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  for (const [i, item] of items.entries()) yield toOutcome(item, i + 1, `Mục ${i + 1}`);
}

function parseRecord(raw: string, line: number, where: string): RecordOutcome {
  const parsed = parseJson(raw);
  if (!parsed.ok)
    return {
      ok: false,
      line,
      reason: `${where}: không phải JSON hợp lệ nên bản ghi này không được nạp; hãy sửa dòng này rồi nạp lại.`,
    };
  return toOutcome(parsed.value, line, where);
}

function toOutcome(value: unknown, line: number, where: string): RecordOutcome {
  const result = procedureRecordSchema.safeParse(value);
  if (result.success) return { ok: true, line, record: result.data };
  const fields = [...new Set(result.error.issues.map((issue) => String(issue.path[0] ?? '')))].filter(
    Boolean,
  );
  const what =
    fields.length > 0
      ? `thiếu hoặc sai trường ${fields.map((f) => `“${f}”`).join(', ')}`
      : 'không phải một đối tượng JSON';
  return {
    ok: false,
    line,
    reason: `${where}: không phải bản ghi thủ tục hành chính (${what}) nên không được nạp; hãy kiểm tra dòng này.`,
  };
}

function parseJson(raw: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(raw) };
  } catch {
    return { ok: false };
  }
}
