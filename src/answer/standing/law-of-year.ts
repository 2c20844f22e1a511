import { type DocumentNumber, parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import { plainWords } from '../../legal/text.ts';

/** A law as people name it: "Luật Đất đai 2013", "Bộ luật Dân sự năm 2005". */
export interface LawOfYear {
  /** Folded, without the year: "luat dat dai". */
  readonly name: string;
  readonly year: string;
}

const NAMED =
  /(?:^| )((?:bo luat|luat|phap lenh)(?: (?!nam |co |con |bi |duoc |da |het |so )[a-z]+){1,8}) (?:nam )?((?:19|20)\d\d)(?= |$)/u;
const NUMBER = /\d+\/\d{4}\/(?:QH\d*|L-CTN|PL-UBTVQH\d*)(?![\p{L}\d])/gu;
/** Characters before a number within which the law's name stands. */
const NAME_REACH = 120;

/** The law that a question names by title and year; undefined when it names none so. */
export function lawOfYear(question: string): LawOfYear | undefined {
  const [, name, year] = NAMED.exec(plainWords(question)) ?? [];
  return name === undefined || year === undefined ? undefined : { name, year };
}

/** Its number, where a text that was found prints it after the name ("Luật Hộ tịch số 60/2014/QH13"). */
export function numberOf({ name, year }: LawOfYear, texts: readonly string[]): DocumentNumber | undefined {
  for (const text of texts)
    for (const { 0: number, index } of text.matchAll(NUMBER)) {
      const before = plainWords(text.slice(Math.max(0, index - NAME_REACH), index));
      if (number.includes(`/${year}/`) && before.replace(/ so$/u, '').endsWith(name))
        return parseDocumentNumber(number);
    }
  return undefined;
}
