import { createHash } from 'node:crypto';
import { TWO_LEVELS_SINCE } from '../../legal/calendar/relative-days.ts';
import type { ChunkId, CitationPath, DocumentId, IsoDate, ProcedurePart, UnitId } from '../../legal/model.ts';
import { findDocumentNumbers } from '../../legal/numbers/document-number.ts';
import { PART_NAMES, procedureLabel } from '../../legal/procedure/parts.ts';
import { fold, nfc, slug } from '../../legal/text.ts';
import type { AuthorityLevel, Chunk, DocumentFacts } from '../../retrieval/model.ts';
import type { IndexableDocument } from '../model.ts';
import { type FrontMatter, GuideFormatError, readFrontMatter } from './front-matter.ts';
import { cutAtLines, readSections, type Section } from './sections.ts';

const OWN_WORDS_TYPE = 'Tài liệu tổng hợp';
const OPINION_TYPE = 'Ý kiến nghiệp vụ';

const LEVELS: Readonly<Record<string, AuthorityLevel>> = { bo: 'bo', tinh: 'tinh', xa: 'xa' };

/** Reads a document the project wrote in its own words (docs/corpus.md). A procedure gets the same shape as a
 * published record; a guide is cut into its sections. `undefined` when the text has no front matter of ours.
 * @throws GuideFormatError when it has one that does not keep the format. */
export function parseGuide(raw: string, source: string): IndexableDocument | undefined {
  const text = nfc(raw).replace(/\r\n?/g, '\n');
  const read = readFrontMatter(text, source);
  if (read === undefined) return undefined;
  const { front, bodyStart } = read;
  const facts = factsOf(front, source);
  const sections = readSections(text, bodyStart);
  if (sections.length === 0) throw new GuideFormatError(source, 'không có nội dung sau phần đầu');
  const chunks =
    front.kind === 'procedure'
      ? [...procedureChunks(text, sections, facts, source), ...basisChunk(text, bodyStart, facts)]
      : guideChunks(text, sections, facts);
  return {
    facts,
    text,
    contentHash: createHash('sha256').update(text).digest('hex'),
    articles: 0,
    chunks,
    relations: [],
    warnings: [],
  };
}

function factsOf(front: FrontMatter, source: string): DocumentFacts {
  const name = source.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const id = front.procedureCode === undefined ? `file:${slug(name)}` : `tthc:${front.procedureCode}`;
  const levels = front.levels.map((level) => LEVELS[fold(level)] ?? 'khac');
  const [year, month, day] = front.checked.split('-');
  return {
    id: id as DocumentId,
    kind: front.kind,
    source,
    title: front.title,
    type: front.opinion ? OPINION_TYPE : OWN_WORDS_TYPE,
    date: front.checked,
    ...(front.procedureCode !== undefined && { procedureCode: front.procedureCode }),
    ...(front.linhVuc !== undefined && { linhVuc: front.linhVuc }),
    ...(levels.length > 0 && { levels }),
    ...(front.territory !== undefined && { territory: front.territory }),
    // An opinion is for officials: groups, where anybody reads along, do not get it.
    scope: { kind: front.opinion ? 'internal' : 'public' },
    ownWords: !front.opinion,
    ...(!front.opinion && { notBefore: earliestDay(front.legalBasis) }),
    cautions: [
      `${front.opinion ? OPINION_TYPE : OWN_WORDS_TYPE}, đối chiếu ngày ${day}/${month}/${year}; bản gốc văn bản có giá trị quyết định.`,
      ...front.cautions,
    ],
    ...(front.asked.length > 0 && { asked: front.asked }),
  };
}

/**
 * The first day on which a summary can have been true: its sources were there, and local government had two levels, the
 * state of things that the corpus describes.
 */
function earliestDay(basis: readonly string[]): IsoDate {
  const years = basis.flatMap(findDocumentNumbers).flatMap(({ number }) => number.year ?? []);
  return [TWO_LEVELS_SINCE, ...years.map((year) => `${year}-01-01`)].sort().at(-1)!;
}

function procedureChunks(
  text: string,
  sections: readonly Section[],
  facts: DocumentFacts,
  source: string,
): Chunk[] {
  const counts = new Map<ProcedurePart, number>();
  return sections.flatMap((section) => {
    const part = partOf(section.title);
    if (part === undefined) throw new GuideFormatError(source, `không rõ đề mục "${section.title}"`);
    return cutAtLines(text, section.said).map((span) => {
      const n = (counts.get(part) ?? 0) + 1;
      counts.set(part, n);
      return {
        id: `${facts.id}#${part}.${n}` as ChunkId,
        documentId: facts.id,
        unitId: facts.id as string as UnitId,
        path: { part },
        label: label(procedureLabel(part, facts.title, facts.procedureCode ?? ''), section),
        heading: `${facts.title} – ${PART_NAMES[part]}`,
        text: text.slice(span.start, span.end),
        span,
      };
    });
  });
}

/** The documents a procedure rests on, as the front matter lists them. */
function basisChunk(text: string, bodyStart: number, facts: DocumentFacts): Chunk[] {
  const list = /^can_cu:\n((?:[ \t]+- .*\n)+)/mu.exec(text.slice(0, bodyStart));
  if (list === null) return [];
  const start = list.index + list[0].indexOf('-');
  const span = { start, end: list.index + list[0].trimEnd().length };
  return [
    {
      id: `${facts.id}#can_cu.1` as ChunkId,
      documentId: facts.id,
      unitId: facts.id as string as UnitId,
      path: { part: 'can_cu' },
      label: `${procedureLabel('can_cu', facts.title, facts.procedureCode ?? '')}, tài liệu tổng hợp`,
      heading: `${facts.title} – ${PART_NAMES.can_cu}`,
      text: text.slice(span.start, span.end),
      span,
    },
  ];
}

function guideChunks(text: string, sections: readonly Section[], facts: DocumentFacts): Chunk[] {
  return sections.flatMap((section, i) => {
    const unitId = `${facts.id}#p${i + 1}` as UnitId;
    const path: CitationPath = {};
    const where = section.title === '' ? facts.title : `mục “${section.title}”, ${facts.title}`;
    return cutAtLines(text, section.span).map((span, j) => ({
      id: `${unitId}.${j + 1}` as ChunkId,
      documentId: facts.id,
      unitId,
      path,
      label: label(where, section, facts.type),
      heading: section.title === '' ? facts.title : `${facts.title} – ${section.title}`,
      text: text.slice(span.start, span.end),
      span,
    }));
  });
}

/** "Thành phần hồ sơ – Thủ tục đăng ký khai sinh (mã 1.001193), tài liệu tổng hợp; căn cứ: Điều 16 Luật …" */
function label(where: string, section: Section, type: string = OWN_WORDS_TYPE): string {
  const basis = section.basis === undefined ? '' : `; căn cứ: ${section.basis}`;
  return `${where}, ${type.toLocaleLowerCase('vi')}${basis}`;
}

function partOf(title: string): ProcedurePart | undefined {
  if (title === '') return 'khac';
  const folded = fold(title);
  const found = Object.entries(PART_NAMES).find(([, name]) => fold(name) === folded);
  return found?.[0] as ProcedurePart | undefined;
}
