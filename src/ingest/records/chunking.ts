import type { ProcedurePart, Span } from '../../legal/model.ts';
import { parseChannelTable } from '../../legal/procedure/cach-thuc.ts';
import { parseDossier } from '../../legal/procedure/dossier.ts';
import { parseLegalBasis } from '../../legal/procedure/legal-basis.ts';
import { parseResults } from '../../legal/procedure/result.ts';
import { pack, splitSegments } from '../../legal/procedure/segments.ts';
import { isPlaceholder, shift, slice } from '../../legal/procedure/spans.ts';
import type { ProcedureRecord } from './record.ts';

/** Characters a chunk aims at; a row or sentence is not cut before twice as many. */
export const CHUNK_CHARS = 900;

/** Fields in the order in which they make up the document's text, with the part each is cited as. */
export const FIELD_ORDER: readonly (readonly [keyof ProcedureRecord, ProcedurePart | undefined])[] = [
  ['ma_thu_tuc', undefined],
  ['ten_thu_tuc', undefined],
  ['so_quyet_dinh', undefined],
  ['cap_thuc_hien', undefined],
  ['loai_thu_tuc', undefined],
  ['linh_vuc', undefined],
  ['trinh_tu_thuc_hien', 'trinh_tu'],
  ['cach_thuc_thuc_hien', 'cach_thuc'],
  ['thanh_phan_ho_so', 'thanh_phan_ho_so'],
  ['doi_tuong_thuc_hien', 'doi_tuong'],
  ['co_quan_thuc_hien', 'co_quan'],
  ['co_quan_co_tham_quyen', 'co_quan'],
  ['dia_chi_tiep_nhan', 'co_quan'],
  ['co_quan_duoc_uy_quyen', 'co_quan'],
  // Who only cooperates is no office of the procedure: nothing about authority may be concluded from it.
  ['co_quan_phoi_hop', 'khac'],
  ['ket_qua_xu_ly', 'ket_qua'],
  ['can_cu_phap_ly', 'can_cu'],
  ['yeu_cau_dieu_kien', 'dieu_kien'],
  ['thu_tuc_lien_quan', 'khac'],
];

/** Pieces of one field that become chunks; spans into the field, in order, disjoint. */
export function cutField(part: ProcedurePart, field: string): Span[] {
  const pieces = PIECES[part](field);
  return pieces.filter((span) => !isPlaceholder(slice(field, span)) && /\p{L}/u.test(slice(field, span)));
}

const prose = (field: string): Span[] => pack(field, splitSegments(field), CHUNK_CHARS);

const PIECES: Readonly<Record<ProcedurePart, (field: string) => Span[]>> = {
  trinh_tu: prose,
  dieu_kien: prose,
  doi_tuong: prose,
  co_quan: prose,
  khac: prose,
  cach_thuc: (field) => {
    const { rows, leftover } = parseChannelTable(field);
    const spans = [...leftover, ...rows.map((row) => row.span)];
    return pack(
      field,
      spans.flatMap((span) => short(field, span)),
      CHUNK_CHARS,
    );
  },
  thanh_phan_ho_so: (field) => {
    const { groups, leftover } = parseDossier(field);
    const ofGroups = groups.flatMap((group) => {
      const items = [...(group.title ? [group.title] : []), ...group.rows.map((row) => row.span)];
      return pack(
        field,
        items.flatMap((span) => short(field, span)),
        CHUNK_CHARS,
      );
    });
    const rest = leftover.flatMap((span) => pack(field, short(field, span), CHUNK_CHARS));
    return [...ofGroups, ...rest].sort((a, b) => a.start - b.start);
  },
  ket_qua: (field) => parseResults(field).flatMap((row) => pack(field, short(field, row.span), CHUNK_CHARS)),
  can_cu: (field) =>
    isPlaceholder(field)
      ? []
      : pack(
          field,
          parseLegalBasis(field).flatMap((row) => short(field, row.span)),
          CHUNK_CHARS,
        ),
};

/** A row stays whole unless it is longer than a chunk; then its own lines and sentences are the pieces. */
function short(field: string, span: Span): Span[] {
  if (span.end - span.start <= CHUNK_CHARS) return [span];
  return splitSegments(slice(field, span)).map((s) => shift(s, span.start));
}
