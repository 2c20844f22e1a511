import { citationLabel, printDate } from '../../legal/citation-label.ts';
import { reachOf } from '../../legal/effectivity/acts.ts';
import type { IsoDate } from '../../legal/model.ts';
import { EFFECTIVITY_FACTOR, unitPath } from '../../retrieval/in-force.ts';
import type { DocumentFacts, Hit, IncomingRelation, Retrieval } from '../../retrieval/model.ts';
import { cautionSection } from '../cautions.ts';
import { supports } from '../effectivity.ts';
import type { Draft } from '../model.ts';
import { Citations, nameOf } from '../standing/evidence.ts';
import { CHANGE_WORDS } from '../words.ts';
import type { Step, StepDeps } from './step.ts';

/** Not asked for by its number, an abolished article must be this much nearer than what is in force. */
const NEARER = 1.5;

/**
 * What the question is after has been abolished, while the rest of its document goes on: the sentence that abolishes it
 * answers, rather than a neighbouring article that speaks of something else.
 */
export const abolished: Step = async (work, deps) => {
  const { retrieval, request } = work;
  if (work.draft || !retrieval) return work;
  const hit = abolishedHit(retrieval);
  if (hit === undefined) return work;
  const facts = (await deps.source.facts([hit.documentId])).get(hit.documentId);
  const act = facts && endingAct(facts, hit, request.asOf);
  if (!facts || !act) return work;
  const cite = new Citations(deps.source, request.asOf);
  const draft = await draftOf(facts, hit, act, deps, cite);
  return { ...work, standing: true, draft, evidence: { retrieval, units: cite.units } };
};

function abolishedHit({ hits, lookup, query }: Retrieval): Hit | undefined {
  if (lookup.kind === 'found') {
    if (lookup.what !== 'article') return undefined;
    return hits.find(
      (hit) =>
        hit.path.dieu === query.path?.dieu &&
        lookup.documents?.includes(hit.documentId) &&
        !supports(hit.effectivity),
    );
  }
  if (lookup.kind !== 'none') return undefined;
  const ended = hits.find(({ effectivity }) => effectivity.status === 'expired');
  const serving = hits.find(({ effectivity }) => supports(effectivity));
  return ended && ended.score / EFFECTIVITY_FACTOR.expired > NEARER * (serving?.score ?? 0)
    ? ended
    : undefined;
}

/** The act that ends this article and not its whole document. */
function endingAct({ incoming = [] }: DocumentFacts, { unitId }: Hit, asOf: IsoDate) {
  return incoming.find(
    (act) =>
      act.targetPath?.dieu !== undefined &&
      (act.kind === 'partly_repeals' || act.kind === 'repeals') &&
      act.effectiveFrom !== undefined &&
      act.effectiveFrom <= asOf &&
      reachOf(act, unitPath(unitId)) === 'all',
  );
}

async function draftOf(
  facts: DocumentFacts,
  { unitId }: Hit,
  act: IncomingRelation,
  { source }: StepDeps,
  cite: Citations,
): Promise<Draft> {
  const by = act.byId && (await source.facts([act.byId])).get(act.byId);
  const citation =
    by && (await cite.relation({ kind: act.kind, target: facts.number ?? '', sentence: act.sentence, by }));
  const told = citation && by ? [`${nameOf(by)}: “${citation.quote}” [${citation.n}]`] : [];
  const label = citationLabel(unitPath(unitId), facts);
  return {
    status: told.length > 0 ? 'answered' : 'partial',
    sections: [
      { role: 'conclusion', heading: facts.title, lines: [CHANGE_WORDS.abolished, ...told] },
      ...cautionSection([
        CHANGE_WORDS.changed(label, act.kind, act.byNumber, printDate(act.effectiveFrom!), undefined),
      ]),
    ],
    citations: cite.citations,
    composer: 'embedded',
  };
}
