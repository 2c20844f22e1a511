import { documentName } from '../../legal/citation-label.ts';
import { readEffectiveDates } from '../../legal/effectivity/effective-dates.ts';
import type { IsoDate } from '../../legal/model.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import { type Chunk, type ChunkSource, type DocumentFacts, NOTES_UNIT } from '../../retrieval/model.ts';
import { hitOf } from '../../retrieval/ranking/hits.ts';
import { toCitation } from '../citations.ts';
import { supports } from '../effectivity.ts';
import type { Citation, EvidenceUnit } from '../model.ts';
import { isLiteralIn, locate, type QuoteSpan } from '../quote.ts';
import type { StatedRelation } from './register.ts';

/** Characters of one quoted sentence; a longer one is cut at words, around the number it is quoted for. */
const LONGEST_QUOTE = 700;

/** A statement with where it stands, ready to be cited. */
export interface Cited {
  readonly citation: Citation;
  readonly unit: EvidenceUnit;
}

/** Collects citations in order, one for each passage; the number of one that is there already is given again. */
export class Citations {
  readonly #cited: Cited[] = [];
  readonly #source: ChunkSource;
  readonly #asOf: IsoDate;

  constructor(source: ChunkSource, asOf: IsoDate) {
    this.#source = source;
    this.#asOf = asOf;
  }

  get units(): EvidenceUnit[] {
    return this.#cited.map(({ unit }) => unit);
  }

  get citations(): Citation[] {
    return this.#cited.map(({ citation }) => citation);
  }

  /** The sentence of a relation as a citation; undefined when its document does not count on the day asked, or when the
   * sentence stands in no chunk (a subject line). */
  async relation({ by, sentence, target }: StatedRelation): Promise<Citation | undefined> {
    const chunks = await this.#source.documentChunks(by.id);
    const whole = firstSpan(chunks, sentence, target);
    return this.#cite(by, whole ?? mention(chunks, target));
  }

  /** What the document says of its own effect. */
  async ownEffect(facts: DocumentFacts): Promise<Citation | undefined> {
    const chunks = await this.#source.documentChunks(facts.id);
    for (const chunk of chunks.toReversed()) {
      if (chunk.path.phuLuc !== undefined || !/hiệu lực/iu.test(chunk.text)) continue;
      const { from, fromSentence } = readEffectiveDates(chunk.text, facts.date);
      if (fromSentence === undefined || from !== facts.effectiveFrom) continue;
      return this.#cite(facts, firstSpan([chunk], fromSentence, ''));
    }
    return undefined;
  }

  chunksOf(facts: DocumentFacts): Promise<readonly Chunk[]> {
    return this.#source.documentChunks(facts.id);
  }

  /** How the chunk begins: the title of an article, the first words of a numbered part. */
  opening(facts: DocumentFacts, chunk: Chunk, most: number): Citation | undefined {
    const line = chunk.text.trimStart().split('\n', 1)[0] ?? '';
    const start = chunk.text.length - chunk.text.trimStart().length;
    const end = start + (line.length <= most ? line.length : line.lastIndexOf(' ', most));
    return this.#cite(facts, end > start ? { chunk, start, end, seams: [] } : undefined);
  }

  #cite(facts: DocumentFacts, span: QuoteSpan | undefined): Citation | undefined {
    if (span === undefined) return undefined;
    const unit = unitOf(facts, span.chunk, this.#asOf);
    if (!supports(unit.hit.effectivity)) return undefined;
    const citation = toCitation(this.#cited.length + 1, unit, span);
    const same = this.#cited.find(
      (c) => c.citation.quote === citation.quote && c.citation.chunkId === citation.chunkId,
    );
    if (same !== undefined) return same.citation;
    this.#cited.push({ citation, unit });
    return citation;
  }
}

function unitOf(facts: DocumentFacts, chunk: Chunk, asOf: IsoDate): EvidenceUnit {
  const hit = hitOf(facts, chunk, effectivityOf(facts, asOf, chunk.path));
  return { hit, chunks: [chunk], facts };
}

function firstSpan(chunks: readonly Chunk[], sentence: string, target: string): QuoteSpan | undefined {
  const chunk = chunks.find((one) => isLiteralIn(sentence, one));
  if (chunk === undefined) return undefined;
  const at = locate(sentence, chunk.text);
  return at && fitted({ chunk, ...at, seams: [] }, target);
}

/** The line of the text that names the target, for what is stored from a subject line. */
function mention(chunks: readonly Chunk[], target: string): QuoteSpan | undefined {
  for (const chunk of chunks) {
    const at = chunk.text.indexOf(target);
    if (at < 0 || chunk.path.phuLuc !== undefined || chunk.unitId.endsWith(`#${NOTES_UNIT}`)) continue;
    const start = chunk.text.lastIndexOf('\n', at) + 1;
    const stop = chunk.text.indexOf('\n', at);
    return fitted({ chunk, start, end: stop < 0 ? chunk.text.length : stop, seams: [] }, target);
  }
  return undefined;
}

function fitted(span: QuoteSpan, target: string): QuoteSpan {
  if (span.end - span.start <= LONGEST_QUOTE) return span;
  const { text } = span.chunk;
  const named = text.indexOf(target, span.start);
  const from = named > span.start + LONGEST_QUOTE - 60 ? text.lastIndexOf(' ', named - 300) + 1 : span.start;
  return { ...span, start: from, end: text.lastIndexOf(' ', from + LONGEST_QUOTE) };
}

/** "Nghị định số 280/2025/NĐ-CP", with its title where the number does not say it. */
export function nameOf(facts: DocumentFacts): string {
  return documentName(facts);
}
