import { documentName } from '../../legal/citation-label.ts';
import { startOf } from '../../legal/effectivity/effectivity.ts';
import { findDocumentNumbers, parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import { isMeant } from '../../legal/numbers/same-document.ts';
import { mayRead } from '../../retrieval/access.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import { supports } from '../effectivity.ts';
import { gatherEvidence } from './evidence.ts';
import type { Step, StepDeps, Work } from './step.ts';

/** A question put to a text that has been replaced is looked up in the text that replaced it, where that is stored: the
 * newer text answers, and the asker is told (steps/days.ts). The old text stays among the hits. */
export const successor: Step = async (work, deps) => {
  const { retrieval } = work;
  if (work.draft || !retrieval || !deps.register) return work;
  const found = await replacement(work, deps);
  if (found === undefined) return work;
  const again = await gatherEvidence(
    { ...work, request: { ...work.request, question: found.question } },
    deps,
  );
  const newer = again.retrieval?.hits.filter(({ documentId }) => documentId === found.by.id) ?? [];
  const units = again.evidence?.units.filter(({ facts }) => facts.id === found.by.id) ?? [];
  if (again.retrieval === undefined || units.length === 0) return work;
  const old = retrieval.hits.filter(({ documentId }) => documentId === found.old.id);
  const hits = [...newer, ...old].map((hit, i) => ({ ...hit, rank: i + 1 }));
  const merged = { ...again.retrieval, hits };
  return {
    ...work,
    retrieval: merged,
    evidence: { retrieval: merged, units },
    retrieveMs: work.retrieveMs + again.retrieveMs,
    replaced: { name: documentName(found.old), by: documentName(found.by), from: startOf(found.by)! },
  };
};

interface Found {
  readonly old: DocumentFacts;
  readonly by: DocumentFacts;
  /** The question with the newer number; articles are numbered anew, so the article asked for is left out. */
  readonly question: string;
}

async function replacement({ retrieval, request }: Work, deps: StepDeps): Promise<Found | undefined> {
  const lookup = retrieval!.lookup;
  if (lookup.kind !== 'found' || lookup.what === 'procedure' || lookup.documents?.length !== 1)
    return undefined;
  const old = (await deps.source.facts(lookup.documents)).get(lookup.documents[0]!);
  const mention = findDocumentNumbers(request.question)[0];
  if (old?.number === undefined || mention === undefined) return undefined;
  if (effectivityOf(old, request.asOf).status !== 'expired') return undefined;
  const number = parseDocumentNumber(old.number);
  const told = number === undefined ? [] : await deps.register!.statedOf(number);
  const by = told.find(
    (relation) =>
      relation.kind === 'replaces' &&
      relation.doer === undefined &&
      relation.targetPath === undefined &&
      mayRead(relation.by.scope, request.reader) &&
      relation.by.number !== undefined &&
      startOf(relation.by) !== undefined &&
      isMeant(old, relation) &&
      supports(effectivityOf(relation.by, request.asOf)),
  )?.by;
  if (by === undefined) return undefined;
  const { start, end } = mention.span;
  const question = `${request.question.slice(0, start)}${by.number}${request.question.slice(end)}`.replace(
    /(?<!\p{L})(?:(?:điểm|khoản|điều|diem|khoan|dieu)\s+[\p{L}\d]{1,3}(?!\p{L})\s*)+/giu,
    ' ',
  );
  return { old, by, question };
}
