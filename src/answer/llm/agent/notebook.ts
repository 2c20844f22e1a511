import type { DocumentId, UnitId } from '../../../legal/model.ts';
import { sourceFor } from '../../../retrieval/access.ts';
import type { ChunkSource, Hit, IncomingRelation, Retriever } from '../../../retrieval/model.ts';
import { currentUnit } from '../../current/unit.ts';
import { supports } from '../../effectivity.ts';
import type { AskRequest, EvidenceUnit } from '../../model.ts';
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
/** Units handed on; more would crowd out the best of each. */
const UNITS = 8;

/** What an agent has found: units of the same retrieval that answers questions, for the same reader, as they read on
 * the day asked. */
export class Notebook {
  readonly #deps: NotebookDeps;
  readonly #source: ChunkSource;
  readonly #noted = new Map<UnitId, Noted>();
  readonly #opened: Noted[] = [];

  constructor(deps: NotebookDeps) {
    this.#deps = deps;
    this.#source = sourceFor(deps.source, deps.request.reader);
  }

  /** @throws DecisiveWithheldError */
  async search(query: string): Promise<readonly Noted[]> {
    const { request, retriever, scopePolicy } = this.#deps;
    const { asOf, reader, territory } = request;
    const { hits } = await retriever.retrieve({
      query,
      k: FOUND,
      asOf,
      reader,
      ...(territory !== undefined && { territory }),
    });
    const facts = await this.#source.facts([...new Set(hits.map((hit) => hit.documentId))]);
    const out: Noted[] = [];
    for (const [i, hit] of hits.entries()) {
      const own = facts.get(hit.documentId as DocumentId);
      if (own === undefined) continue;
      const unit = await this.#unitOf(hit, own);
      if (maySend(unit, scopePolicy)) out.push(this.#note(unit));
      else if (i < DECISIVE) throw new DecisiveWithheldError('a decisive document is out of scope');
    }
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

  /** What it opened first, then what it found, then what was there; nothing when none of it is new. */
  units(before: readonly EvidenceUnit[]): readonly EvidenceUnit[] {
    const known = new Set(before.map(({ hit }) => hit.unitId));
    const found = [...this.#opened, ...this.#noted.values()]
      .map(({ unit }) => unit)
      .filter(({ hit, chunks }) => supports(hit.effectivity) && chunks.length > 0);
    if (found.every(({ hit }) => known.has(hit.unitId))) return [];
    const all = new Map([...found, ...before].map((unit) => [unit.hit.unitId, unit]));
    return [...all.values()].slice(0, UNITS);
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
