import type { DocumentId, UnitId } from '../../../legal/model.ts';
import { sourceFor } from '../../../retrieval/access.ts';
import {
  type ChunkSource,
  type Hit,
  type IncomingRelation,
  NOTES_UNIT,
  type Retriever,
} from '../../../retrieval/model.ts';
import { currentUnit } from '../../current/unit.ts';
import { supports } from '../../effectivity.ts';
import type { AskRequest, EvidenceUnit } from '../../model.ts';
import type { Search } from '../../steps/step.ts';
import { maySend, type ScopePolicy } from '../scope.ts';

/** A document this endpoint may not see is among the first: the model would answer around it. */
export class DecisiveWithheldError extends Error {}

export interface Noted {
  /** "U1"; the model knows a unit by nothing else. */
  readonly ref: string;
  readonly unit: EvidenceUnit;
}

export interface NotebookDeps {
  readonly request: AskRequest;
  readonly retriever: Retriever;
  readonly source: ChunkSource;
  readonly scopePolicy: ScopePolicy;
}

const FOUND = 5;
const DECISIVE = 3;
/** What an agent has found: units of the same retrieval that answers questions, for the same reader, as they read on
 * the day asked. */
export class Notebook {
  readonly #deps: NotebookDeps;
  readonly #source: ChunkSource;
  readonly #noted = new Map<UnitId, Noted>();
  readonly #opened: Noted[] = [];
  readonly #searches: Search[] = [];

  constructor(deps: NotebookDeps) {
    this.#deps = deps;
    this.#source = sourceFor(deps.source, deps.request.reader);
  }

  /** @throws DecisiveWithheldError */
  async search(query: string): Promise<readonly Noted[]> {
    const { request, retriever, scopePolicy } = this.#deps;
    const { asOf, reader, territory } = request;
    const retrieval = await retriever.retrieve({
      query,
      k: FOUND,
      asOf,
      reader,
      ...(territory !== undefined && { territory }),
    });
    const { hits } = retrieval;
    const facts = await this.#source.facts([...new Set(hits.map((hit) => hit.documentId))]);
    const out: Noted[] = [];
    for (const [i, hit] of hits.entries()) {
      const own = facts.get(hit.documentId as DocumentId);
      if (own === undefined) continue;
      const unit = await this.#unitOf(hit, own);
      if (maySend(unit, scopePolicy)) out.push(this.#note(unit));
      else if (i < DECISIVE) throw new DecisiveWithheldError('a decisive document is out of scope');
    }
    this.#searches.push({ query, retrieval, units: out.map(({ unit }) => unit).filter(maySupport) });
    return out;
  }

  open(ref: string): Noted | undefined {
    const found = this.find(ref);
    if (found !== undefined && !this.#opened.includes(found)) this.#opened.push(found);
    return found;
  }

  find(ref: string): Noted | undefined {
    const wanted = ref.trim().toUpperCase();
    return [...this.#noted.values()].find((noted) => noted.ref === wanted);
  }

  /** What changed or replaced the document of a unit, as far as this endpoint may know of it. */
  changesOf({ unit }: Noted): readonly IncomingRelation[] {
    const { scopePolicy } = this.#deps;
    return (unit.facts.incoming ?? []).filter(({ byScope }) => byScope === undefined || scopePolicy(byScope));
  }

  get searches(): readonly Search[] {
    return this.#searches;
  }

  get opened(): readonly EvidenceUnit[] {
    return this.#opened.map(({ unit }) => unit).filter(maySupport);
  }

  async #unitOf(hit: Hit, facts: EvidenceUnit['facts']): Promise<EvidenceUnit> {
    const known = this.#noted.get(hit.unitId);
    if (known !== undefined) return known.unit;
    const chunks = await this.#source.unitChunks(hit.unitId);
    return currentUnit({ hit, facts, chunks }, this.#source, this.#deps.request.asOf);
  }

  #note(unit: EvidenceUnit): Noted {
    const { unitId } = unit.hit;
    const noted = this.#noted.get(unitId) ?? { ref: `U${this.#noted.size + 1}`, unit };
    this.#noted.set(unitId, noted);
    return noted;
  }
}

const maySupport = ({ hit, chunks }: EvidenceUnit): boolean =>
  supports(hit.effectivity) && chunks.length > 0 && !hit.unitId.endsWith(`#${NOTES_UNIT}`);
