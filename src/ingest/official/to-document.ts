import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { DocumentHeader, DocumentId, Relation } from '../../legal/model.ts';
import { documentIdentity, territoryOf } from '../../legal/numbers/document-identity.ts';
import { parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import { isLocalIssuer } from '../../legal/numbers/document-symbols.ts';
import { beyondRank } from '../../legal/numbers/rank.ts';
import { articlesOf } from '../../legal/structure/tree.ts';
import { fold, lettersAndDigits } from '../../legal/text.ts';
import type { DocumentFacts, DocumentScope } from '../../retrieval/model.ts';
import type { IndexableDocument, OfficialDocument } from '../model.ts';
import { chunkOfficialDocument } from './chunk.ts';
import { lowerFirst } from './header-subject.ts';

export interface OfficialOptions {
  /** Default: public. */
  readonly scope?: DocumentScope;
  /** Fields a person confirmed or corrected; they win over what was read. */
  readonly corrected?: Partial<
    Pick<
      DocumentHeader,
      'number' | 'type' | 'issuer' | 'date' | 'subject' | 'signer' | 'effectiveFrom' | 'effectiveTo'
    >
  >;
}

/** An official document as the unit of sync: facts, chunks and a hash of what was understood. `source`: file name as ingested. */
export function officialToIndexable(
  document: OfficialDocument,
  source: string,
  options: OfficialOptions = {},
): IndexableDocument {
  const header: DocumentHeader = { ...document.header, ...options.corrected };
  const facts = factsOf(header, document, source, options.scope ?? { kind: 'public' });
  return {
    facts,
    header,
    ...(options.corrected !== undefined && { corrected: options.corrected }),
    text: document.text,
    contentHash: contentHash(header, document.text),
    articles: articlesOf(document.tree).length,
    chunks: chunkOfficialDocument(document, facts),
    relations: document.relations,
    warnings: document.warnings,
  };
}

function factsOf(
  header: DocumentHeader,
  document: OfficialDocument,
  source: string,
  scope: DocumentScope,
): DocumentFacts {
  const title = titleOf(header, document.text, source);
  const territory = localTerritory(header);
  const { number, issuer, date, effectiveFrom, effectiveTo } = header;
  const { sunset, transitional, parts } = document;
  const cautions = [...cautionsOf(document.text), ...rankCautions(number, document.relations)];
  const [base, ...texts] = document.relations.flatMap(({ kind, target }) =>
    kind === 'consolidates' ? [target] : [],
  );
  return {
    id: idOf(header, source),
    kind: 'official',
    source,
    title,
    type: header.type ?? 'Văn bản',
    ...(number !== undefined && { number }),
    ...(issuer !== undefined && { issuer }),
    ...(date !== undefined && { date }),
    ...(territory !== undefined && { territory }),
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(effectiveTo !== undefined && { effectiveTo }),
    ...(sunset !== undefined && { sunset }),
    ...(transitional !== undefined && { transitional }),
    ...(parts !== undefined && { parts }),
    ...(base !== undefined && { consolidates: { base, texts } }),
    scope,
    ownWords: false,
    ...(cautions.length > 0 && { cautions }),
  };
}

function idOf({ number, issuer, date }: DocumentHeader, source: string): DocumentId {
  if (number === undefined) return `file:${basename(source)}` as DocumentId;
  return documentIdentity({
    number,
    ...(issuer !== undefined && { issuer }),
    ...(date !== undefined && { date }),
  });
}

/** "Nghị định quy định về …", "Luật Hộ tịch", "Công văn về việc …"; the file's name where nothing was read. */
function titleOf({ type, subject }: DocumentHeader, text: string, source: string): string {
  if (type === undefined && subject === undefined) return firstWords(text) ?? basename(source);
  if (subject === undefined) return type!;
  if (type === undefined) return subject;
  const named = /^(?:Luật|Bộ luật|Pháp lệnh)$/.test(type);
  if (fold(subject).startsWith(fold(type))) return subject;
  return `${type} ${named ? subject : lowerFirst(subject)}`;
}

function firstWords(text: string): string | undefined {
  const line = text
    .split('\n')
    .map((l) => l.replace(/\s+/g, ' ').trim())
    .find((l) => l.length >= 8 && /\p{L}{2}/u.test(l) && !/^(?:CỘNG H|Độc lập)/u.test(l));
  return line === undefined ? undefined : line.slice(0, 160);
}

/** Texts of local bodies bind their own area only (Law 64/2025/QH15, Điều 54). */
function localTerritory({ number, issuer }: DocumentHeader): string | undefined {
  const symbol = number === undefined ? undefined : parseDocumentNumber(number)?.issuerSymbol;
  const local = symbol?.split('-').some((part) => isLocalIssuer(fold(part))) ?? false;
  return issuer !== undefined &&
    (local || number === undefined || /^(?:Ủy ban nhân dân|Hội đồng nhân dân|Sở)\s/u.test(issuer))
    ? territoryOf(issuer)
    : undefined;
}

const DISTRICT =
  /(?:Ủy ban nhân dân|UBND|Phòng [\p{L} ,-]{3,40}?|Chủ tịch Ủy ban nhân dân) (?:cấp )?(?:huyện|quận|thị xã)(?!\p{L})/u;

/** Since 1 July 2025 there is no district level; texts that still name it say so to the reader. */
function cautionsOf(text: string): string[] {
  return DISTRICT.test(text)
    ? [
        'Cấp huyện: văn bản còn nhắc cơ quan cấp huyện (không còn trong mô hình chính quyền hai cấp); thẩm quyền nay theo các nghị định phân định thẩm quyền.',
      ]
    : [];
}

/** What a document claims to change beyond its rank it leaves as it was: whoever reads it is told. */
function rankCautions(number: string | undefined, relations: readonly Relation[]): string[] {
  const claimed = beyondRank(number, relations);
  return claimed.length === 0
    ? []
    : [
        `Thứ bậc: văn bản này nói sửa đổi, thay thế hoặc bãi bỏ ${claimed.slice(0, 3).join(', ')} nhưng thứ bậc không cho phép, nên không làm thay đổi văn bản đó.`,
      ];
}

/** Equal for the same document from another file: number, issuer, date, letters and digits of the text. */
function contentHash({ number, issuer, date }: DocumentHeader, text: string): string {
  return createHash('sha256')
    .update(JSON.stringify([number ?? '', issuer ?? '', date ?? '', lettersAndDigits(text)]))
    .digest('hex');
}
