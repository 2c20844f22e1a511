import { addDays, findDates } from '../calendar/dates.ts';
import type { IsoDate } from '../model.ts';
import { foldKeepingLength } from '../text.ts';
import type { Verb } from './verbs.ts';

/** Days that a sentence gives for what it does, where they are not those of the whole document. */
export interface ActTerm {
  /** "… hết hiệu lực kể từ ngày 01/01/2027". */
  readonly from?: IsoDate;
  /** The last day of a suspension, or of an extended text. */
  readonly until?: IsoDate;
}

const FROM = /(?:ke tu|tu|vao)\s+(?:ngay\s+)?(?=\d)/g;
const UNTIL = /den\s+(?:het\s+)?(truoc\s+)?(?:ngay\s+)?(?=\d)/g;
/** A day this far behind its word belongs to something else. */
const NEAR = 10;

/** The days behind the verb of a clause ("tạm ngưng … từ ngày … đến hết ngày …"); those of texts told of are left out. */
export function termOf(verb: Verb, text: string): ActTerm {
  const rest = text.slice(verb.at);
  const folded = foldKeepingLength(rest);
  // Before its object, a verb has its day right behind it; after it, at the end of the sentence.
  const day = (m: RegExpExecArray | RegExpMatchArray): IsoDate | undefined => {
    const [date] = findDates(rest.slice(m.index! + m[0].length));
    return date !== undefined && date.start <= NEAR ? date.date : undefined;
  };
  const ends = [...folded.matchAll(UNTIL)].at(-1);
  const last = ends && day(ends);
  const until = last === undefined ? undefined : ends![1] === undefined ? last : addDays(last, -1);
  const begins = [...folded.matchAll(FROM)].filter((m) =>
    verb.object === 'before' ? m.index < 60 : closes(folded.slice(m.index)),
  );
  const from = begins[0] && day(begins[0]);
  return {
    ...(from !== undefined && { from }),
    ...(until !== undefined && (verb.kind === 'suspends' || verb.extends) && { until }),
  };
}

/** Nothing but a last day, or the end of a term, follows. */
function closes(folded: string): boolean {
  return /^(?:ke tu|tu|vao)\s+(?:ngay\s+)?[\d\s/.-]*(?:thang\s+\d+\s+nam\s+\d+)?(?:\s+den\s[^;]*)?[\s.;]*$/.test(
    folded,
  );
}
