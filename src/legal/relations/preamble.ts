import type { DocumentHeader, RelationKind } from '../model.ts';
import { findDocumentNumbers } from '../numbers/document-number.ts';
import { fold } from '../text.ts';
import { findNamedLaws, namedTarget } from './named-law.ts';
import type { Sentence } from './sentences.ts';
import { findTargets, mainTargets, type Target } from './targets.ts';
import type { Add } from './verbs.ts';

const OWN_NUMBER =
  /^(?:Luật|Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định)\s+số\s+\S+\s+(?=(?:sửa đổi|bổ sung|bãi bỏ|đính chính)\s)/iu;

/** "Bãi bỏ một số điều của Thông tư số …" ends no more than those. */
export const SOME = /(?<!\p{L})một (?:số|phần)(?!\p{L})/iu;

/** Laws named among the grounds: folded name → number, or name and day where that is all that is printed. */
export type LawNumbers = ReadonlyMap<string, string>;

/** Reads grounds and subject; returns the documents the subject sets out to amend. */
export function readPreamble(
  sentences: readonly Sentence[],
  header: DocumentHeader,
  laws: LawNumbers,
  add: Add,
): Target[] {
  const consolidation = header.type === 'Văn bản hợp nhất';
  const amended: Target[] = [];
  for (const sentence of sentences) {
    // "Thông tư số 12/2020/TT-BCT sửa đổi …" in a head: the document's own number is not what it amends.
    const text = sentence.text.replace(OWN_NUMBER, '');
    const folded = sentence.folded.slice(sentence.text.length - text.length);
    if (/^can cu\s/.test(folded)) {
      // "đã được sửa đổi, bổ sung bởi Luật số …": the later text is part of the ground, so it is referred to as well.
      for (const target of findTargets(text)) add('refers', target.number.canonical, undefined, text);
      for (const law of findNamedLaws(text)) add('refers', namedTarget(law), undefined, text);
      continue;
    }
    const kind = subjectKind(folded);
    // What a consolidation amends, repeals or corrects was done by the texts it is made of (consolidation.ts).
    if (kind === undefined || (consolidation && kind !== 'implements')) continue;
    const targets = mainTargets(findTargets(text));
    const objects = kind === 'implements' ? findTargets(text).slice(0, 1) : targets;
    const done = kind === 'repeals' && SOME.test(text) ? 'partly_repeals' : kind;
    for (const target of objects) add(done, target.number.canonical, undefined, text);
    if (kind === 'amends') amended.push(...objects.filter(isNewIn(amended)));
    if (kind === 'implements' && objects.length === 0)
      for (const law of namedLaws(folded, laws)) add(kind, law, undefined, text);
  }
  return amended;
}

function isNewIn(known: readonly Target[]) {
  return ({ number }: Target) => known.every((target) => target.number.canonical !== number.canonical);
}

/** "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật … số …": names the number where the subject does not. */
const ENACTS =
  /^[^.;,\d]{3,120}?\sban hanh\s+(?=(?:luat|phap lenh|nghi dinh|nghi quyet|thong tu|quyet dinh)\s+(?:sua doi|bo sung|bai bo|quy dinh chi tiet|huong dan)\s)/;

/** The subject, or the sentence that repeats it where the document is issued. */
function subjectKind(folded: string): RelationKind | undefined {
  const subject = folded
    .replace(ENACTS, '')
    .replace(/^(?:(?:nghi dinh|thong tu|quyet dinh|nghi quyet|luat)\s+)?(?:ve viec |ve )?/, '');
  if (/^(?:sua doi|bo sung)/.test(subject)) return 'amends';
  if (/^bai bo/.test(subject)) return 'repeals';
  if (/^dinh chinh/.test(subject)) return 'corrects';
  if (/^(?:tam )?ngung hieu luc/.test(subject)) return 'suspends';
  return /^(?:quy dinh chi tiet|huong dan (?:thi hanh|thuc hien|mot so|chi tiet)|quy dinh [^.;]{0,80}huong dan thi hanh|bien phap thi hanh)/.test(
    subject,
  )
    ? 'implements'
    : undefined;
}

export function lawNumbers(sentences: readonly Sentence[]): LawNumbers {
  const laws = new Map<string, string>();
  for (const { text } of sentences) {
    if (!/^Căn cứ\s/u.test(text)) continue;
    for (const law of findNamedLaws(text)) laws.set(fold(law.name), namedTarget(law));
    const m = /^Căn cứ\s+((?:Bộ luật|Luật|Pháp lệnh)\s+.{3,90}?)\s+(?=số\s)/u.exec(text.replace(/\s+/g, ' '));
    const number = m === null ? undefined : findDocumentNumbers(text)[0]?.number;
    if (number?.complete) laws.set(fold(m![1]!), number.canonical);
  }
  return laws;
}

/** Numbers of the laws whose names a folded text has. */
export function namedLaws(folded: string, laws: LawNumbers): string[] {
  return [...laws].filter(([name]) => folded.includes(name)).map(([, number]) => number);
}
