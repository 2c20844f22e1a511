import type { DocumentId, UnitId } from '../legal/model.ts';
import { nfc, typedWithDiacritics } from '../legal/text.ts';
import { HOME_TERRITORY, provinceSaid } from '../legal/units/provinces.ts';
import { mayRead, sourceFor } from './access.ts';
import { type Dense, type DenseHit, denseHits } from './dense/dense.ts';
import type { DocumentCard, RetrievalIndex } from './index/retrieval-index.ts';
import { allNamesTerms } from './lexical/all-names.ts';
import type { LexicalIndex } from './lexical/lexical-index.ts';
import { nameTerms } from './lexical/name-precision.ts';
import type { Segment } from './lexical/segment.ts';
import { tokenise } from './lexical/terms.ts';
import type { UnitWeights } from './lexical/unit-scores.ts';
import { lookUp, named } from './lookup/lookup.ts';
import { withFacts } from './lookup/lookup-facts.ts';
import { documentsTitled, titledFirst } from './lookup/title-lookup.ts';
import type { ChunkSource, Retrieval, RetrieveRequest, Retriever } from './model.ts';
import { type Question, readQuestion } from './question/question.ts';
import { fittingArticlesFirst } from './ranking/article-fit.ts';
import { toldCasesFirst } from './ranking/case-fit.ts';
import { casesSaid } from './ranking/cases.ts';
import { confidenceOf, coverageOf, rarestMetOf, strengthOf } from './ranking/confidence.ts';
import { absentMatters, elsewhere, type OtherMatter } from './ranking/elsewhere.ts';
import { chunkFactors } from './ranking/field-parts.ts';
import { addDense, type Candidate, toCandidates } from './ranking/fusion.ts';
import { inForce, toHits } from './ranking/hits.ts';
import { plainNamesFirst } from './ranking/plain-name.ts';
import { saidNamesFirst } from './ranking/said-name.ts';
import { weightsIn } from './ranking/segment-weights.ts';
import { unitWeights } from './ranking/unit-weights.ts';
import { builtInThesaurus } from './thesaurus/index.ts';
import type { Thesaurus } from './thesaurus/thesaurus.ts';

export interface RetrieverParts {
  /** Asked for at each question, so that the application may put a newer index in its place. */
  readonly index: () => RetrievalIndex;
  readonly source: ChunkSource;
  readonly thesaurus?: Thesaurus;
  /** What people ask that the store may not have; empty by default. */
  readonly otherMatters?: readonly OtherMatter[];
  /** Joins the fusion when an embedding endpoint is configured. */
  readonly dense?: Dense;
  /** Told when the endpoint fails; the question is answered from words alone then. */
  readonly onDenseFailure?: (error: unknown) => void;
}

/** Units read from the source for effectivity, whatever k is. */
const POOL = 60;

/** The retriever over the embedded index. Texts and facts come from `source`, so a hit never shows what the store
 * no longer has. */
export function createRetriever(parts: RetrieverParts): Retriever {
  return { retrieve: (request) => retrieve(parts, request) };
}

async function retrieve(parts: RetrieverParts, request: RetrieveRequest): Promise<Retrieval> {
  const index = parts.index();
  const { lexical } = index;
  const source = sourceFor(parts.source, request.reader);
  const text = nfc(request.query).trim();
  const names = named(text);
  const others = absentMatters(index, parts.otherMatters ?? []);
  const question = readQuestion(text, lexical, parts.thesaurus ?? builtInThesaurus());
  // Who names a province asks for its rules, wherever they are.
  const territory = provinceSaid(text) ?? request.territory ?? HOME_TERRITORY;
  const allowed = (id: DocumentId) => {
    const card = index.card(id);
    return card !== undefined && mayRead(card.scope, request.reader);
  };
  const { lookup, first, inOrder = false } = lookUp(index, names, allowed, territory, request.asOf);
  const titled =
    lookup.kind === 'none' ? documentsTitled(index, text, request.asOf, (card) => allowed(card.id)) : [];
  const candidates = await candidatesFor(parts, index, question, { ...request, territory });
  const isOfficial = (id: DocumentId) => index.card(id)?.kind === 'official';
  await fittingArticlesFirst(candidates, question.normalised, { lexical, isOfficial }, source);
  titledFirst(candidates, titled);
  const said = casesSaid(question.normalised, typedWithDiacritics(text));
  toldCasesFirst(candidates, procedureName(index), said);
  saidNamesFirst(candidates, question.normalised, procedureNames(index));
  plainNamesFirst(candidates, lexical, question, procedureName(index), said);
  promote(lexical, candidates, first, inOrder);
  const ranked = await inForce(source, candidates, request);
  // What may answer is judged, not what lies nearest and is not in force: that would vouch for its neighbour.
  const serving = ranked.some(({ serves }) => serves) ? ranked.filter(({ serves }) => serves) : ranked;
  const best = serving.map((r) => r.candidate);
  const other = elsewhere(index, others, question, best[0]);
  const coverage = coverageOf(lexical, question.concepts, best[0]);
  return {
    query: {
      original: request.query,
      normalised: question.normalised,
      fields: question.fields,
      documentNumbers: names.numbers.map((n) => n.number.canonical),
      procedureCodes: names.codes,
      ...(names.path && { path: names.path }),
    },
    hits: await toHits(source, lexical, ranked.slice(0, request.k), request.asOf),
    lookup: await withFacts(lookup, source),
    ...(lookup.kind === 'none' && { titled: titled.map(({ id }) => id) }),
    confidence:
      lookup.kind === 'found'
        ? 1
        : confidenceOf(best, serving[0]?.facts.kind ?? 'official', coverage, lexical.unitCount, other),
    coverage,
    units: lexical.unitCount,
    rarestMet: rarestMetOf(lexical, question.concepts, best[0]),
    strength: strengthOf(best[0], lexical.unitCount, tokenise(question.normalised).length),
    ...(other && { elsewhere: other }),
  };
}

/** The names of a procedure; nothing for guides and laws, whose names are no variants of one another. */
function procedureNames(index: RetrievalIndex): (id: DocumentId) => DocumentCard | undefined {
  return (id) => {
    const card = index.card(id);
    return card?.kind === 'procedure' ? card : undefined;
  };
}

function procedureName(index: RetrievalIndex): (id: DocumentId) => string | undefined {
  const names = procedureNames(index);
  return (id) => names(id)?.title;
}

/** Words, names and vectors together, best first. */
async function candidatesFor(
  parts: RetrieverParts,
  index: RetrievalIndex,
  question: Question,
  { k, reader, territory }: RetrieveRequest & { readonly territory: string },
): Promise<Candidate[]> {
  const { lexical } = index;
  const weightsOf = (id: DocumentId): UnitWeights | undefined => {
    const card = index.card(id);
    return card && mayRead(card.scope, reader) ? unitWeights(card, territory) : undefined;
  };
  const query = {
    ...question,
    names: {
      all: allNamesTerms(question.asked, question.official),
      cover: nameTerms(question),
    },
    weightsIn: (segment: Segment) => weightsIn(segment, (id) => index.card(id), reader, territory),
    ...chunkFactors(question.fields),
  };
  const worded = toCandidates(lexical, lexical.score(query, Math.max(POOL, 3 * k)), weightsOf);
  const near = await nearby(parts, question.normalised, (id) => weightsOf(id) !== undefined);
  return addDense(lexical, worded, near, (id) => weightsOf(id)?.prior ?? 1);
}

/** The units near the question's vector; none when there are no vectors or their endpoint fails. */
async function nearby(
  parts: RetrieverParts,
  query: string,
  allowed: (id: DocumentId) => boolean,
): Promise<DenseHit[]> {
  if (!parts.dense) return [];
  try {
    return await denseHits(parts.dense, parts.source, query, allowed);
  } catch (error) {
    parts.onDenseFailure?.(error);
    return [];
  }
}

/** Lifts named units above all others, by score or as listed; adds those that no word of the question met. */
function promote(
  lexical: LexicalIndex,
  candidates: Candidate[],
  first: readonly UnitId[],
  inOrder: boolean,
): void {
  if (first.length === 0) return;
  const top = candidates[0]?.score ?? 0;
  const wanted = new Set(first);
  for (const c of candidates) {
    if (!wanted.delete(c.unitId)) continue;
    c.score += top + 1;
  }
  candidates.push(...lexical.candidatesFor([...wanted]).map((c) => ({ ...c, score: top + 1 })));
  if (inOrder) {
    const place = new Map(first.map((unit, i) => [unit, i]));
    for (const c of candidates) {
      const at = place.get(c.unitId);
      if (at !== undefined) c.score = 2 * top + 2 - at / first.length;
    }
  }
  candidates.sort((a, b) => b.score - a.score);
}
