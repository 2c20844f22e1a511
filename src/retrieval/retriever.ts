import type { DocumentId, UnitId } from '../legal/model.ts';
import { nfc } from '../legal/text.ts';
import { mayRead } from './access.ts';
import { confidenceOf, coverageOf } from './confidence.ts';
import { type Dense, type DenseHit, denseHits } from './dense.ts';
import { chunkFactors } from './field-parts.ts';
import { addDense, type Candidate, fuse, NAMES_COMPARED, OFFICIAL_FACTOR, WEIGHTS } from './fusion.ts';
import { inForce, toHits } from './hits.ts';
import type { UnitWeights } from './lexical-index.ts';
import { lookUp, named } from './lookup.ts';
import type { ChunkSource, Lookup, Retrieval, RetrieveRequest, Retriever } from './model.ts';
import { nameFit } from './name-precision.ts';
import { prior } from './priors.ts';
import { readQuestion } from './question.ts';
import type { DocumentCard, RetrievalIndex } from './retrieval-index.ts';
import { builtInThesaurus } from './thesaurus/index.ts';
import type { Thesaurus } from './thesaurus.ts';

export interface RetrieverParts {
  /** Asked for at each question, so that the application may put a newer index in its place. */
  readonly index: () => RetrievalIndex;
  readonly source: ChunkSource;
  readonly thesaurus?: Thesaurus;
  /** Joins the fusion when an embedding endpoint is configured. */
  readonly dense?: Dense;
  /** Told when the endpoint fails; the question is answered from words alone then. */
  readonly onDenseFailure?: (error: unknown) => void;
}

const DEFAULT_TERRITORY = 'hue';
/** Units read from the source for effectivity, whatever k is. */
const POOL = 60;

/** The retriever over the embedded index. Texts and facts come from `source`, so a hit never shows what the store
 * no longer has. */
export function createRetriever(parts: RetrieverParts): Retriever {
  return { retrieve: (request) => retrieve(parts, request) };
}

async function retrieve(parts: RetrieverParts, request: RetrieveRequest): Promise<Retrieval> {
  const index = parts.index();
  const text = nfc(request.query).trim();
  const territory = request.territory ?? DEFAULT_TERRITORY;
  const allowed = accessFilter(index, request);
  const names = named(text);
  const question = readQuestion(text, index.lexical, parts.thesaurus ?? builtInThesaurus());
  const weightsOf = (id: DocumentId): UnitWeights | undefined => {
    const card = index.card(id);
    if (!card || !allowed(id)) return undefined;
    const official = OFFICIAL_FACTOR[card.kind];
    return { ...WEIGHTS[card.kind], official, prior: prior(card, territory) };
  };
  const pool = Math.max(POOL, 3 * request.k);
  const scores = index.lexical.score(
    { ...question, weightsOf, ...chunkFactors(question.fields) },
    Math.max(pool, NAMES_COMPARED),
  );
  const fit = nameFit(index.lexical, question);
  const nameFitOf = (id: DocumentId) => {
    const card = index.card(id);
    return card && card.kind !== 'official' ? fit(card) : 1;
  };
  const lexical = fuse({ lexical: index.lexical, scores, weightsOf, nameFitOf }, pool);
  const near = await nearby(parts, question.normalised, allowed);
  const candidates = addDense(index.lexical, lexical, near, (id) => weightsOf(id)?.prior ?? 1);
  const { lookup, first } = lookUp(index, names, allowed, territory);
  promote(index, candidates, first);
  const ranked = await inForce(parts.source, candidates, request);
  const coverage = coverageOf(index.lexical, question.concepts, ranked[0]?.candidate);
  const found = lookup.kind === 'found';
  return {
    query: {
      original: request.query,
      normalised: question.normalised,
      fields: question.fields,
      documentNumbers: names.numbers.map((n) => n.number.canonical),
      procedureCodes: names.codes,
      ...(names.path && { path: names.path }),
    },
    hits: await toHits(parts.source, index.lexical, ranked.slice(0, request.k), request.asOf),
    lookup,
    confidence: found
      ? 1
      : confidenceOf(
          ranked.map((r) => r.candidate),
          index.lexical.unitCount,
        ),
    coverage,
  };
}

/** The units near the question's vector; none when there are no vectors or their endpoint fails. */
async function nearby(parts: RetrieverParts, query: string, allowed: Allowed): Promise<DenseHit[]> {
  if (!parts.dense) return [];
  try {
    return await denseHits(parts.dense, parts.source, query, allowed);
  } catch (error) {
    parts.onDenseFailure?.(error);
    return [];
  }
}

type Allowed = (id: DocumentId) => boolean;

function accessFilter(index: RetrievalIndex, { reader }: RetrieveRequest): Allowed {
  const known = new Map<DocumentId, boolean>();
  return (id) => {
    let ok = known.get(id);
    if (ok === undefined) {
      const card = index.card(id);
      ok = card !== undefined && mayRead(card.scope, reader);
      known.set(id, ok);
    }
    return ok;
  };
}

/** Lifts named units above all others, keeping their order by score; adds those that no word of the question met. */
function promote(index: RetrievalIndex, candidates: Candidate[], first: readonly UnitId[]): void {
  if (first.length === 0) return;
  const top = candidates[0]?.score ?? 0;
  const wanted = new Set(first);
  for (const c of candidates) {
    if (!wanted.delete(c.unitId)) continue;
    c.score += top + 1;
  }
  candidates.push(...index.lexical.candidatesFor([...wanted]).map((c) => ({ ...c, score: top + 1 })));
  candidates.sort((a, b) => b.score - a.score);
}
