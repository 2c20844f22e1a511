/** Before or after, and or or: small words that hang on what stands beside them. */
import { splitCells } from '../../facts/cells.ts';
import { allContentOf } from './words.ts';

interface Joint {
  readonly word: string;
  /** Content syllables that follow. */
  readonly after: readonly string[];
}

const LOOKED_AT = 4;
/** Characters read behind a joint. */
const REACH = 80;

function jointsOf(text: string, pattern: RegExp): Joint[] {
  const low = splitCells(text).replace(/\s+/gu, ' ').toLowerCase();
  return [...low.matchAll(pattern)].map((m) => {
    const from = m.index + m[0].length;
    return { word: m[1]!, after: allContentOf(low.slice(from, from + REACH)) };
  });
}

/** How many of the syllables after one joint follow the other one too, at about the same place. */
const common = (said: Joint, told: Joint) =>
  said.after.slice(0, LOOKED_AT).filter((w) => told.after.slice(0, LOOKED_AT + 2).includes(w)).length;

/** @returns the joints of the source that go with most of the same words */
function nearest(said: Joint, source: readonly Joint[]): readonly Joint[] {
  const best = Math.max(0, ...source.map((told) => common(said, told)));
  return best < Math.min(2, said.after.length) || best === 0
    ? []
    : source.filter((told) => common(said, told) === best);
}

const SIDE = /(?<![\p{L}])(trước|sau|kể từ)\s+(?:khi|ngày|lúc|thời điểm)(?![\p{L}])/gu;
const AND_OR = /(?<![\p{L}])(và|hoặc|hay)(?! không)(?![\p{L}])/gu;

/** @returns "trước", "sau" of a statement where the source has the other side of the same event */
export function otherSide(statement: string, source: string): string[] {
  const told = jointsOf(source, SIDE);
  return jointsOf(statement, SIDE).flatMap((said) => {
    const same = nearest(said, told);
    const before = said.word === 'trước';
    return same.length > 0 && same.every(({ word }) => (word === 'trước') !== before) ? [said.word] : [];
  });
}

/** @returns "và" of a statement where the source says "hoặc" of the same things */
export function choicesJoined(statement: string, source: string): string[] {
  const told = jointsOf(source, AND_OR);
  return jointsOf(statement, AND_OR).flatMap((said) => {
    const same = said.word === 'và' ? nearest(said, told) : [];
    return same.length > 0 && same.every(({ word }) => word !== 'và') ? ['hoặc'] : [];
  });
}

const DATED = /(\d+\/\d{4}\/[\p{Lu}\d-]+),?\s+ngày\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/gu;

/** @returns the day that a statement gives to a document where the source gives it another */
export function otherDay(statement: string, source: string): string[] {
  const told = [...source.matchAll(DATED)];
  const dayOf = (m: RegExpMatchArray) => [m[2], m[3], m[4]].map(Number).join('/');
  return [...statement.matchAll(DATED)].flatMap((said) => {
    const same = told.filter((m) => m[1] === said[1]);
    return same.length > 0 && !same.some((m) => dayOf(m) === dayOf(said)) ? [`ngày ${dayOf(said)}`] : [];
  });
}
