import type { ChunkSource, DocumentFacts, Lookup } from '../model.ts';

/** Fills in what only the store knows of the documents that a look-up names (source, relations, scope). A document that is
 * no longer there keeps what the index knew: enough to name it to a person. */
export async function withFacts(lookup: Lookup, source: ChunkSource): Promise<Lookup> {
  const known =
    lookup.kind === 'ambiguous'
      ? lookup.candidates
      : lookup.kind === 'no_such_article'
        ? [lookup.document]
        : [];
  if (known.length === 0) return lookup;
  const stored = await source.facts(known.map((facts) => facts.id));
  const full = (facts: DocumentFacts) => stored.get(facts.id) ?? facts;
  if (lookup.kind === 'ambiguous') return { ...lookup, candidates: lookup.candidates.map(full) };
  if (lookup.kind === 'no_such_article') return { ...lookup, document: full(lookup.document) };
  return lookup;
}
