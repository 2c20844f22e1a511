/** A question of several parts ("… mấy ngày và lệ phí bao nhiêu?"), and which of them an answer leaves open. */
import { fold, plainWords } from '../legal/text.ts';
import type { Draft } from './model.ts';
import { readQuestion, type Shape } from './question.ts';

export interface QuestionPart {
  /** As asked. */
  readonly text: string;
  readonly shapes: readonly Shape[];
  /** Folded content syllables that no other part has. */
  readonly own: readonly string[];
}

const BETWEEN = /[?;]|,?\s+(?:và|va|còn|cùng với)\s+/iu;
/** Without one of these a piece tells, it does not ask. */
const ASKS = /(?:^| )(?:may|bao nhieu|bn|bao lau|gi|nao|j|dau|ai|sao|the nao)(?: |$)| (?:khong|ko|k|chua)$/u;

/** Figures, and what is done at any office: they tell no part from another. */
const OFFICE_WORDS = /^(?:\d.*|nhan|hen|tra|nop|lam|lay|dong|thu|mat|het|ton|gui|xin|ky|ho|so)$/u;

/** @returns the parts that each ask something; fewer than two where the question is of one piece */
export function partsOf(question: string): QuestionPart[] {
  const pieces: string[] = [];
  let open = '';
  for (const piece of question.split(BETWEEN)) {
    open = `${open} ${piece}`.trim();
    if (!ASKS.test(plainWords(open)) || readQuestion(open).shapes.length === 0) continue;
    pieces.push(open);
    open = '';
  }
  const read = pieces.map((text) => ({ ...readQuestion(text), text }));
  return read.map(({ text, shapes, terms }, i) => {
    const others = new Set(read.flatMap((other, j) => (j === i ? [] : other.terms)));
    return {
      text,
      shapes,
      own: [...new Set(terms)].filter((term) => !others.has(term) && !OFFICE_WORDS.test(term)),
    };
  });
}

/** What a line must have that answers; shapes that any line may answer have none. */
const SAID: Readonly<Partial<Record<Shape, RegExp>>> = {
  duration:
    /\d+ ?(?:gio|ngay|tuan|thang|nam|phut)(?! ?\d)|\d+ quy|trong ngay|ngay (?:sau )?khi|lap tuc|ngay (?:thu )?\d/u,
  money:
    /\d ?(?:dong|vnd|nghin|trieu)|mien (?:phi|le phi|thu)|khong thu|hoi dong nhan dan|muc (?:thu|ho tro|chi)/u,
};
/** Days as ISO dates, so that they can be compared. */
const daysOf = (text: string): string[] =>
  [...text.matchAll(/(\d{1,2})\/(\d{1,2})\/(\d{4})/gu)].map(
    ([, day, month, year]) => `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`,
  );
const ASKS_DAY = /ngay nao/u;
/** A day that an answer works out, not one on which a text begins or ends. */
const TELLS_DAY = /hen|tra ket qua|ngay tra|cham nhat|den han|han cuoi/u;
const ASKS_UNIT = /(?:phuong|xa) nao/u;
const FORMER = /(?:^| )(?:nay|cu|truoc day|sap nhap)(?: |$)/u;
const NAMES_UNIT = /(?:phường|xã)\s+\p{Lu}/u;

/** Of a part's own words the lines answering it, or what they cite, must have more than this share. */
const NAMED = 1 / 2;

interface Line {
  readonly text: string;
  /** Folded, with the titles and quotes of what it cites. */
  readonly about: string;
  readonly documents: readonly string[];
  readonly concludes: boolean;
}

/** @returns the parts, as asked, that no line of the answer speaks of; empty for a question of one piece */
export function openParts(question: string, draft: Draft): string[] {
  const parts = partsOf(question);
  if (parts.length < 2) return [];
  const lines = linesOf(draft);
  const answering = parts.map((part) => lines.filter((line) => hasForm(part, line, question)));
  return parts.flatMap((part, i) => {
    const mine = answering[i]!;
    const rivals = parts.filter((other) => other.shapes.some((shape) => part.shapes.includes(shape))).length;
    return mine.length > 0 && isNamed(part, mine, rivals) ? [] : [part.text];
  });
}

/** Of two parts that ask for the same, each must be told of in a conclusion or by its own document. */
function isNamed(part: QuestionPart, mine: readonly Line[], rivals: number): boolean {
  if (part.shapes.includes('legal')) return true;
  if (rivals < 2) return part.own.length < 2 || speaksOf(part, mine);
  const apart = new Set(mine.flatMap(({ documents }) => documents)).size >= rivals;
  return (
    apart ||
    speaksOf(
      part,
      mine.filter(({ concludes }) => concludes),
    )
  );
}

function linesOf({ sections, citations }: Draft): Line[] {
  return sections
    .filter(({ role }) => role !== 'next')
    .flatMap(({ role, lines }) =>
      lines.map((text) => {
        const cited = citations.filter(({ n }) => text.includes(`[${n}]`));
        const about = [text, ...cited.flatMap(({ documentTitle, quote }) => [documentTitle, quote])].join(
          ' ',
        );
        return {
          text,
          about: ` ${plainWords(about)} `,
          documents: cited.map(({ documentTitle }) => documentTitle),
          concludes: role === 'conclusion',
        };
      }),
    );
}

function hasForm(part: QuestionPart, { text }: Line, question: string): boolean {
  const asked = plainWords(part.text);
  const from = daysOf(part.text)[0];
  if (ASKS_DAY.test(asked) && from !== undefined)
    return TELLS_DAY.test(fold(text)) && daysOf(text).some((day) => day > from);
  if (ASKS_UNIT.test(asked) && FORMER.test(plainWords(question))) return NAMES_UNIT.test(text);
  const said = part.shapes.flatMap((shape) => SAID[shape] ?? []);
  return said.length < part.shapes.length || said.some((form) => form.test(fold(text)));
}

function speaksOf({ own }: QuestionPart, lines: readonly Line[]): boolean {
  const about = lines.map((line) => line.about).join('');
  return own.filter((term) => about.includes(` ${term} `)).length > own.length * NAMED;
}
