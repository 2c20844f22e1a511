import type { Answer } from '../answer/model.ts';
import { dayInVietnam } from '../legal/calendar/today.ts';
import { printDate } from '../legal/citation-label.ts';
import type { CitationPath } from '../legal/model.ts';
import { maySeeQuestion, readerOf } from './access.ts';
import type { Context } from './deps.ts';
import type { Audience, Channel, PersonId, QuestionId } from './model.ts';
import { CHECKLIST_WORDS } from './words.ts';

type ProcedurePart = NonNullable<CitationPath['part']>;

const PLACE = /nộp|trực tuyến|bưu chính|Trung tâm|Ủy ban|cơ quan/iu;
const TIME = /thời hạn|thời gian|\d\s*(?:giờ|ngày|tuần|tháng)|trong ngày|ngay (?:sau|khi)/iu;

interface SheetPart {
  readonly heading: string;
  readonly question: string;
  /** What a line under this heading must say, by the part of the procedure it rests on; an answer also tells other things
   * of the procedure, and a time limit among the papers would send a citizen home. Parts not named say nothing here. */
  readonly says: Partial<Record<ProcedurePart, RegExp>>;
}

/** What a citizen needs to know, in the order of the sheet; each is asked of the same answerer as any question. */
const PARTS: readonly SheetPart[] = [
  {
    heading: CHECKLIST_WORDS.papers,
    question: 'thành phần hồ sơ gồm những giấy tờ gì',
    says: { thanh_phan_ho_so: /\p{L}/u },
  },
  {
    heading: CHECKLIST_WORDS.place,
    question: 'nộp hồ sơ ở đâu',
    says: { co_quan: /\p{L}/u, cach_thuc: PLACE, trinh_tu: PLACE },
  },
  {
    heading: CHECKLIST_WORDS.time,
    question: 'thời hạn giải quyết bao lâu',
    says: { cach_thuc: TIME, trinh_tu: /thời hạn|không quá|chậm nhất/iu },
  },
  { heading: CHECKLIST_WORDS.fee, question: 'phí, lệ phí bao nhiêu', says: { cach_thuc: /phí|tiền|đồng/iu } },
];

/**
 * A sheet for the citizen as plain text, ready to forward (Zalo too), about the procedure that a logged answer cites.
 * Only what is answered from that very procedure is put in; what is not known is said to be asked at the counter.
 *
 * @returns undefined when the question is not one this person may see or cites no procedure
 */
export async function checklist(
  context: Context,
  request: { by: PersonId; question: QuestionId; channel: Channel; audience?: Audience },
): Promise<string | undefined> {
  const person = await context.people.person(request.by);
  const logged = await context.questions.question(request.question);
  if (person === undefined || logged === undefined || !maySeeQuestion(person, logged)) return undefined;
  const cited = logged.answer.citations.find(({ procedureCode }) => procedureCode !== undefined);
  const code = cited?.procedureCode;
  if (cited === undefined || code === undefined) return undefined;

  const reader = readerOf(person, request.channel, request.audience);
  const asOf = dayInVietnam(context.now());
  const signal = AbortSignal.timeout(context.options.askTimeoutMs);
  const sections: string[] = [];
  for (const { heading, question, says } of PARTS) {
    const asked = `${question} thủ tục ${code} ${cited.documentTitle}`;
    const { territory } = context.options;
    const { answer } = await context.answerer.ask({ question: asked, asOf, reader, territory, signal });
    sections.push([heading, ...linesAbout(answer, code, says)].join('\n'));
  }
  const title = CHECKLIST_WORDS.title(cited.documentTitle, code);
  return [title, ...sections, CHECKLIST_WORDS.ending(printDate(asOf))].join('\n\n');
}

/** The answer's own lines without their marks, unless they rest on another procedure. */
function linesAbout(answer: Answer, code: string, says: SheetPart['says']): string[] {
  const usable = answer.status === 'answered' || answer.status === 'partial';
  const own = answer.citations.length > 0 && answer.citations.every((one) => one.procedureCode === code);
  if (!usable || !own) return [CHECKLIST_WORDS.askAtCounter];
  const statements = answer.sections
    .filter(({ role }) => role === 'conclusion' || role === 'detail')
    .flatMap(({ lines }) => lines)
    .filter((line) => saysSo(line, answer.citations, says));
  const cleaned = statements.map(
    (line) =>
      `- ${line
        .replace(/\s*\[\d+\]/g, '')
        .replace(LABEL, '')
        .trim()}`,
  );
  return cleaned.length > 0 ? [...new Set(cleaned)] : [CHECKLIST_WORDS.askAtCounter];
}

/** The answer's own label of a line ("Hồ sơ: …"), which the sheet's heading says already. */
const LABEL = /^(?:Hồ sơ|Nơi thực hiện|Thời hạn|Phí, lệ phí): (?=\p{L})/u;

/** Does every source of this line belong under the heading, and the line say what the heading promises? */
function saysSo(line: string, citations: Answer['citations'], says: SheetPart['says']): boolean {
  const marks = [...line.matchAll(/\[(\d+)\]/g)].map((mark) => Number(mark[1]));
  const cited = citations.filter(({ n }) => marks.includes(n));
  return (
    cited.length > 0 && cited.every(({ path }) => path.part !== undefined && says[path.part]?.test(line))
  );
}
