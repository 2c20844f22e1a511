import { createHash } from 'node:crypto';
import type { ChunkId, DocumentId, ProcedurePart, Span, UnitId } from '../../legal/model.ts';
import { PART_NAMES, procedureLabel } from '../../legal/procedure/parts.ts';
import { pack, splitSegments } from '../../legal/procedure/segments.ts';
import { isPlaceholder, shift, slice } from '../../legal/procedure/spans.ts';
import type { Chunk, DocumentFacts } from '../../retrieval/model.ts';
import type { IndexableDocument } from '../model.ts';
import { CHUNK_CHARS } from './chunking.ts';
import { procedureRecordSchema } from './record.ts';
import { levelsOf } from './to-document.ts';

/** Headings of the sections of a procedure printed from the National Public Service Portal. */
const SECTIONS: readonly (readonly [string, ProcedurePart])[] = [
  ['TRÌNH TỰ THỰC HIỆN', 'trinh_tu'],
  ['CÁCH THỨC THỰC HIỆN', 'cach_thuc'],
  ['THÀNH PHẦN HỒ SƠ', 'thanh_phan_ho_so'],
  ['CĂN CỨ PHÁP LÝ', 'can_cu'],
  ['CƠ QUAN THỰC HIỆN', 'co_quan'],
  ['YÊU CẦU, ĐIỀU KIỆN THỰC HIỆN', 'dieu_kien'],
  ['KẾT QUẢ XỬ LÝ', 'ket_qua'],
  ['TỪ KHÓA', 'khac'],
  ['MÔ TẢ', 'khac'],
];

const HEAD = /^CHI TIẾT THỦ TỤC HÀNH CHÍNH$/mu;

/** The labels of the printout's head, in the order in which it prints them. */
const FIELDS = [
  'Tên thủ tục',
  'Mã thủ tục',
  'Số quyết định',
  'Cấp thực hiện',
  'Loại thủ tục',
  'Lĩnh vực',
  'Đối tượng thực hiện',
  'Cơ quan có thẩm quyền',
  'Địa chỉ tiếp nhận HS',
  'Cơ quan được ủy quyền',
  'Cơ quan phối hợp',
] as const;

/**
 * A procedure printed from the portal ("CHI TIẾT THỦ TỤC HÀNH CHÍNH") as the same document as its published record.
 * Undefined when the text is no such printout. `pageOf` gives the page of an offset.
 */
export function printoutToIndexable(
  text: string,
  source: string,
  pageOf: (offset: number) => number | undefined,
): IndexableDocument | undefined {
  const head = HEAD.exec(text);
  if (head === null || head.index > 300) return undefined;
  const fields = readFields(text);
  const code = fields.get('Mã thủ tục')?.trim() ?? '';
  const title = (fields.get('Tên thủ tục') ?? '').replace(/\s+/g, ' ').trim();
  if (!procedureRecordSchema.shape.ma_thu_tuc.safeParse(code).success || title === '') return undefined;
  const facts = factsOf(fields, { code, title, source });
  const chunks = cutSections(text, facts, pageOf);
  if (chunks.length === 0) return undefined;
  const contentHash = createHash('sha256').update(`${code}\n${text}`).digest('hex');
  return { facts, text, contentHash, articles: 0, chunks, relations: [], warnings: [] };
}

/** Label → value; a value runs on until the next label or section. */
function readFields(text: string): Map<string, string> {
  const end = text.search(/^TRÌNH TỰ THỰC HIỆN$/mu);
  const values = new Map<string, string>();
  let label: string | undefined;
  for (const line of text.slice(0, end === -1 ? 2000 : end).split('\n')) {
    const next = FIELDS.find(
      (field) => line === field || line.startsWith(`${field}\t`) || line.startsWith(`${field} `),
    );
    if (next !== undefined) {
      label = next;
      values.set(next, line.slice(next.length).trim());
    } else if (label !== undefined) values.set(label, `${values.get(label)} ${line.trim()}`);
  }
  return values;
}

function factsOf(
  fields: ReadonlyMap<string, string>,
  { code, title, source }: { code: string; title: string; source: string },
): DocumentFacts {
  const linhVuc = fields.get('Lĩnh vực')?.trim();
  const levels = levelsOf(
    (fields.get('Cấp thực hiện') ?? '')
      .split(',')
      .map((level) => `cấp ${level.trim().toLowerCase().replace(/^cấp /u, '')}`)
      .join(','),
  );
  return {
    id: `tthc:${code}` as DocumentId,
    kind: 'procedure',
    source,
    title,
    type: 'Thủ tục hành chính',
    procedureCode: code,
    ...(linhVuc && { linhVuc }),
    ...(levels.length > 0 && { levels }),
    scope: { kind: 'public' },
    ownWords: false,
    // The portal's record is read field by field; a printout only stands in where there is none.
    reading: 'text',
  };
}

function cutSections(
  text: string,
  facts: DocumentFacts,
  pageOf: (offset: number) => number | undefined,
): Chunk[] {
  const counts = new Map<ProcedurePart, number>();
  return sectionsOf(text).flatMap(({ part, span }) => {
    const body = slice(text, span);
    return pack(body, splitSegments(body), CHUNK_CHARS)
      .filter((piece) => /\p{L}/u.test(slice(body, piece)) && !isPlaceholder(slice(body, piece)))
      .map((piece): Chunk => {
        const n = (counts.get(part) ?? 0) + 1;
        counts.set(part, n);
        const at = shift(piece, span.start);
        const page = pageOf(at.start);
        return {
          id: `${facts.id}#${part}.${n}` as ChunkId,
          documentId: facts.id,
          unitId: facts.id as string as UnitId,
          path: { part },
          label: procedureLabel(part, facts.title, facts.procedureCode!),
          heading: `${facts.title} – ${PART_NAMES[part]}`,
          text: slice(text, at),
          span: at,
          ...(page !== undefined && { page }),
        };
      });
  });
}

function sectionsOf(text: string): { part: ProcedurePart; span: Span }[] {
  const starts = SECTIONS.flatMap(([heading, part]) => {
    const found = new RegExp(`^${heading}$`, 'mu').exec(text);
    return found === null ? [] : [{ part, at: found.index, body: found.index + heading.length }];
  }).sort((a, b) => a.at - b.at);
  return starts.map(({ part, body }, i) => ({
    part,
    span: { start: body, end: starts[i + 1]?.at ?? text.length },
  }));
}
