import { createHash } from 'node:crypto';
import type { ChunkId, DocumentId, ProcedurePart, UnitId } from '../../legal/model.ts';
import { PART_NAMES, procedureLabel } from '../../legal/procedure/parts.ts';
import { shift, slice } from '../../legal/procedure/spans.ts';
import type { AuthorityLevel, Chunk, DocumentFacts } from '../../retrieval/model.ts';
import type { IndexableDocument } from '../model.ts';
import { recordCautions } from './cautions.ts';
import { cutField, FIELD_ORDER } from './chunking.ts';
import type { ProcedureRecord } from './record.ts';
import { exampleProvince, recordTerritory } from './territory.ts';

/** One published procedure as a document: the unit is the whole procedure, the chunks its parts.
 * The text is the fields joined by blank lines in a fixed order, so every chunk is a span of one field.
 * `twins`: codes of records with the same content (see `findTwins`), told to the asker. */
export function recordToIndexable(
  record: ProcedureRecord,
  source: string,
  twins: readonly string[] = [],
): IndexableDocument {
  const code = record.ma_thu_tuc.trim();
  const title = record.ten_thu_tuc.replace(/\s+/g, ' ').trim();
  const id = `tthc:${code}` as DocumentId;
  const { text, chunks } = cutRecord(record, { id, code, title });
  const facts = recordFacts(record, { id, code, title, source, twins });
  const { source: _where, ...understood } = facts;
  const contentHash = createHash('sha256')
    .update(JSON.stringify([understood, text, chunks.map((c) => [c.id, c.span])]))
    .digest('hex');
  return { facts, text, contentHash, articles: 0, chunks, relations: [], warnings: facts.cautions ?? [] };
}

interface Identity {
  readonly id: DocumentId;
  readonly code: string;
  readonly title: string;
}

function recordFacts(
  record: ProcedureRecord,
  { id, code, title, source, twins }: Identity & { source: string; twins: readonly string[] },
): DocumentFacts {
  const levels = levelsOf(record.cap_thuc_hien);
  const territory = recordTerritory(record);
  const example = territory ? undefined : exampleProvince(record);
  const cautions = [
    ...recordCautions(record),
    ...(territory ? [`Địa bàn: bản công bố này của ${territory.name}, chỉ áp dụng tại đó.`] : []),
    ...(example && example !== 'Huế'
      ? [
          `Địa bàn: bản công bố ghi cơ quan thực hiện của ${example}; nơi khác đối chiếu cơ quan tương ứng của địa phương.`,
        ]
      : []),
    ...(twins.length > 0 ? [`Trùng nội dung: cùng nội dung với thủ tục mã ${twins.join(', ')}.`] : []),
  ];
  const issuer = issuerOf(record.so_quyet_dinh, territory?.name);
  return {
    id,
    kind: 'procedure',
    source,
    title,
    type: 'Thủ tục hành chính',
    ...(issuer && { issuer }),
    procedureCode: code,
    ...(record.linh_vuc.trim() && { linhVuc: record.linh_vuc.trim() }),
    ...(levels.length > 0 && { levels }),
    ...(territory && { territory: territory.slug }),
    scope: { kind: 'public' },
    ownWords: false,
    ...(cautions.length > 0 && { cautions }),
  };
}

function cutRecord(
  record: ProcedureRecord,
  { id, code, title }: Identity,
): { text: string; chunks: Chunk[] } {
  const chunks: Chunk[] = [];
  const counts = new Map<ProcedurePart, number>();
  let text = '';
  let titleSpan = { start: 0, end: 0 };
  for (const [name, part] of FIELD_ORDER) {
    const field = record[name];
    if (field.trim() === '') continue;
    if (text !== '') text += '\n\n';
    const at = text.length;
    text += field;
    if (name === 'ten_thu_tuc') titleSpan = { start: at, end: text.length };
    if (!part) continue;
    for (const span of cutField(part, field)) chunks.push(chunk(part, shift(span, at)));
  }
  // A record that says nothing but its name is still found by it.
  if (chunks.length === 0) chunks.push(chunk('khac', titleSpan));
  return { text, chunks };

  function chunk(part: ProcedurePart, span: { start: number; end: number }): Chunk {
    const n = (counts.get(part) ?? 0) + 1;
    counts.set(part, n);
    return {
      id: `${id}#${part}.${n}` as ChunkId,
      documentId: id,
      unitId: id as string as UnitId,
      path: { part },
      label: procedureLabel(part, title, code),
      heading: `${title} – ${PART_NAMES[part]}`,
      text: slice(text, span),
      span,
    };
  }
}

/** Codes of records with the same content under another code: code → the other codes, in file order. */
export function findTwins(records: Iterable<ProcedureRecord>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const record of records) {
    const { ma_thu_tuc, detail_url: _url, ...content } = record;
    const key = createHash('sha256').update(JSON.stringify(content)).digest('base64');
    groups.set(key, [...(groups.get(key) ?? []), ma_thu_tuc.trim()]);
  }
  const twins = new Map<string, string[]>();
  for (const codes of groups.values()) {
    if (codes.length > 1)
      for (const code of codes)
        twins.set(
          code,
          codes.filter((other) => other !== code),
        );
  }
  return twins;
}

const LEVELS: Readonly<Record<string, AuthorityLevel>> = {
  'cấp bộ': 'bo',
  'cấp tỉnh': 'tinh',
  'cấp xã': 'xa',
  'cơ quan khác': 'khac',
};

/** "Cấp bộ, Cấp xã" → levels. */
export function levelsOf(printed: string): AuthorityLevel[] {
  return printed
    .toLowerCase()
    .split(/[,;]/)
    .flatMap((level) => LEVELS[level.trim()] ?? []);
}

const ISSUERS: readonly (readonly [RegExp, string])[] = [
  [/BTC/u, 'Bộ Tài chính'],
  [/BNN?N?MT/u, 'Bộ Nông nghiệp và Môi trường'],
  [/BXD/u, 'Bộ Xây dựng'],
  [/BTP/u, 'Bộ Tư pháp'],
  [/NHNN/u, 'Ngân hàng Nhà nước Việt Nam'],
  [/BCA/u, 'Bộ Công an'],
  [/BGTVT/u, 'Bộ Giao thông vận tải'],
  [/BKHĐT/u, 'Bộ Kế hoạch và Đầu tư'],
  [/TANDTC/u, 'Tòa án nhân dân tối cao'],
];

/** Who published the procedure, from the symbol of the deciding document. */
function issuerOf(decision: string, province: string | undefined): string | undefined {
  if (/UBND/u.test(decision)) return province && `Ủy ban nhân dân ${province}`;
  return ISSUERS.find(([symbol]) => symbol.test(decision))?.[1];
}
