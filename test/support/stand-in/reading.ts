import { fold } from '../../../src/legal/text.ts';

/** Words that say how something is asked, not what about. */
const ASKING = new Set(
  'thi la gi o dau bao nhieu lau may ai nao co khong duoc can phai nhu the cho cua de toi minh em ve voi va con hoac trong khi nay do den tu theo gom nhung cac mot nguoi a hay truoc sau da bi hoi'.split(
    ' ',
  ),
);

/** What a question or a text is about: folded syllables without those of asking. */
export function topicWords(text: string): Set<string> {
  return new Set((fold(text).match(/[a-z0-9]+/gu) ?? []).filter((word) => !ASKING.has(word)));
}

/** Share of the wanted words that are there. */
export function shareOf(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  return [...wanted].filter((word) => there.has(word)).length / wanted.size;
}

const PARTS =
  /[?;]|\s+và\s+(?=[^,]*(?:nào|gì|đâu|bao|ai|không|mấy))|,?\s+(?:còn|đồng thời|so với)\s+|,\s+(?=sau đó|rồi)/iu;
const LEAST_WORDS = 2;

/** The parts of a question that asks several things; a part too short to stand alone belongs to the one before. */
export function partsOf(question: string): string[] {
  const parts: string[] = [];
  for (const piece of question.split(PARTS).map((part) => part.trim())) {
    if (piece === '') continue;
    if (parts.length > 0 && topicWords(piece).size < LEAST_WORDS) parts[parts.length - 1] += `, ${piece}`;
    else parts.push(piece);
  }
  return parts;
}

export interface Passage {
  readonly token: string;
  readonly document: string;
  /** What the passage is about besides its own words: document, label. */
  readonly about: ReadonlySet<string>;
  readonly text: string;
}

const LONGEST = 400;

/** Lines and sentences of a text as they stand in it, none longer than a quotation should be. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.;:!?])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 20 && sentence.length <= LONGEST);
}
