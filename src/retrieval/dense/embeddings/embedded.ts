import { tokenise } from '../../lexical/terms.ts';
import type { Embedder } from '../../model.ts';

/** Weights of the kinds of features that are hashed into the vector. */
const SYLLABLE = 1;
const PAIR = 1.3;
const TRIGRAM = 0.35;
/** Longer texts are cut: the beginning of a chunk carries its heading and subject. */
const TOKENS = 400;

/**
 * An embedder that needs no download: folded syllables, pairs and letter trigrams hashed with a sign into a vector of
 * unit length (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). Deterministic, trained
 * on nothing; it forgives typing slips and knows no meaning. Its measured use stands in docs/evaluation.md.
 */
export function createHashingEmbedder(dimensions = 256): Embedder {
  if (!Number.isInteger(dimensions) || dimensions < 16)
    throw new RangeError(`dimensions: a whole number of at least 16 expected, got ${dimensions}`);
  const embed = (text: string) => hashText(text, dimensions);
  return {
    fingerprint: `hashing-v1-${dimensions}`,
    dimensions,
    embedDocuments: async (texts) => texts.map(embed),
    embedQuery: async (text) => embed(text),
  };
}

function hashText(text: string, dimensions: number): Float32Array {
  const counts = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const h = fnv(feature);
    const at = (h >>> 1) % dimensions;
    counts.set(at, (counts.get(at) ?? 0) + (h & 1 ? weight : -weight));
  };
  let before = '';
  for (const { folded } of tokenise(text).slice(0, TOKENS)) {
    // Short syllables are mostly function words.
    const weight = folded.length <= 2 ? 0.4 : 1;
    add(folded, SYLLABLE * weight);
    if (before) add(`${before} ${folded}`, PAIR);
    const padded = `^${folded}$`;
    for (let i = 0; i + 3 <= padded.length; i++) add(`#${padded.slice(i, i + 3)}`, TRIGRAM * weight);
    before = folded;
  }
  const out = new Float32Array(dimensions);
  let norm = 0;
  for (const [at, value] of counts) {
    const damped = Math.sign(value) * Math.sqrt(Math.abs(value));
    out[at] = damped;
    norm += damped * damped;
  }
  if (norm > 0) for (let i = 0; i < dimensions; i++) out[i]! /= Math.sqrt(norm);
  return out;
}

function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 13)) >>> 0;
}
