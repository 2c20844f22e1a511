import type { Answer, AnswerSection, AnswerSoFar, Citation } from '../../answer/model.ts';
import {
  ASK_WORDS,
  EFFECTIVITY_WORDS,
  MACHINE_NOTICE,
  NEXT_STEP,
  STATUS_WORDS,
} from '../../dialogue/words.ts';
import { printDate } from '../../legal/citation-label.ts';
import type { Effectivity, IsoDate } from '../../legal/model.ts';
import { shortened } from '../../legal/text.ts';
import { BOT_WORDS } from '../words.ts';
import { type Block, bold, type Line, plain } from './html.ts';

/** A follow-up as completed repeats a procedure's whole name; its beginning tells which. */
const ECHO = 140;

/** Short answer first, detail in an expandable quotation, then cautions, sources with their effectivity, what next. */
export function answerBlocks(
  reply: {
    answer: Answer;
    firstContact: boolean;
    understoodAs?: string;
    asOf?: IsoDate;
  },
  today?: IsoDate,
): Block[] {
  const { answer } = reply;
  const of = (role: AnswerSection['role']) => answer.sections.filter((section) => section.role === role);
  const conclusion = of('conclusion').flatMap((section) => sectionLines(section));
  const shown = answer.sections.length > 0 ? conclusion : textLines(answer.answer);
  const silent = shown.every((line) => line.every(({ text }) => text.trim() === ''));
  const [above, below] = headlineOf(answer, silent);
  const understood =
    reply.understoodAs === undefined
      ? []
      : [italic(ASK_WORDS.understoodAs(shortened(reply.understoodAs, ECHO)))];
  const dated =
    reply.asOf === undefined || reply.asOf === (today ?? reply.asOf)
      ? []
      : [italic(ASK_WORDS.asOf(printDate(reply.asOf)))];
  return [
    block('plain', [...above, ...shown, ...below, ...understood, ...dated]),
    block(
      'expandable',
      of('detail').flatMap((section) => sectionLines(section)),
    ),
    block(
      'plain',
      of('caution').flatMap((section, i) => sectionLines(section, i === 0 ? BOT_WORDS.caution : '')),
    ),
    block('plain', nearestLines(answer)),
    block('plain', sourceLines(answer.citations)),
    block('plain', nextLines(answer, of('next'))),
    block('plain', reply.firstContact ? [italic(MACHINE_NOTICE)] : []),
  ];
}

/** The beginning of an answer that is still being written: only lines that passed the checks, and that more comes. */
export function soFarBlocks({ sections, answer }: AnswerSoFar): Block[] {
  const of = (role: AnswerSection['role']) => sections.filter((section) => section.role === role);
  const lines = of('conclusion').flatMap((section) => sectionLines(section));
  return [
    block('plain', lines.length > 0 ? lines : textLines(answer)),
    block(
      'plain',
      of('detail').flatMap((section) => sectionLines(section)),
    ),
    block(
      'plain',
      of('caution').flatMap((section) => sectionLines(section, BOT_WORDS.caution)),
    ),
    block('plain', [italic(BOT_WORDS.beingWritten)]),
  ];
}

/** "Còn hiệu lực", "Hết hiệu lực toàn bộ từ 01/07/2025", with the note in brackets. */
export function effectivityBadge({ status, from, to, note }: Effectivity): string {
  const since =
    status === 'not_yet' && from !== undefined
      ? ` (từ ${printDate(from)})`
      : status !== 'in_force' && to !== undefined
        ? ` (đến ${printDate(to)})`
        : '';
  return `${EFFECTIVITY_WORDS[status]}${since}${note === undefined ? '' : `; ${note}`}`;
}

/** Telegram copies at most 256 characters: whole citations only, then the date they were looked up. */
export function basisToCopy(citations: readonly Citation[], asOf: IsoDate, limit = 256): string | undefined {
  const ending = ` (${BOT_WORDS.lookedUp} ${printDate(asOf)})`;
  let text = '';
  for (const label of new Set(citations.map((citation) => citation.label))) {
    const longer = text === '' ? `${BOT_WORDS.basis}: ${label}` : `${text}; ${label}`;
    if (longer.length + ending.length > limit) break;
    text = longer;
  }
  return text === '' ? undefined : text + ending;
}

/** The status, above or below the short answer. The first line is the answer wherever there is one; a question back, a
 * greeting and a polite no speak for themselves. */
function headlineOf({ status }: Answer, silent: boolean): readonly [above: Line[], below: Line[]] {
  if (silent) return [[bold(STATUS_WORDS[status])], []];
  switch (status) {
    case 'not_found':
    case 'failed':
      return [[bold(STATUS_WORDS[status])], []];
    case 'partial':
      return [[], [italic(STATUS_WORDS.partial)]];
    case 'answered':
    case 'clarify':
    case 'out_of_scope':
    case 'refused':
      return [[], []];
  }
}

function block(kind: Block['kind'], lines: readonly Line[]): Block {
  return { kind, lines };
}

function italic(text: string): Line {
  return [{ text, style: 'i' }];
}

function sectionLines(section: AnswerSection, mark = ''): Line[] {
  const heading = section.heading === undefined ? [] : [bold(`${mark}${section.heading}`)];
  const lines = section.lines.flatMap(textLines);
  if (mark === '' || heading.length > 0 || lines[0] === undefined) return [...heading, ...lines];
  return [[{ text: mark }, ...lines[0]], ...lines.slice(1)];
}

function textLines(text: string): Line[] {
  return text.split('\n').map((line) => plain(line.trimEnd()));
}

/** Statements that rest on the same place share a line: "[1] [3] khoản 2 Điều 5 …". */
function sourceLines(citations: readonly Citation[]): Line[] {
  if (citations.length === 0) return [];
  const places = new Map<string, { marks: string[]; label: string; badge: string }>();
  for (const { n, label, effectivity } of citations) {
    const badge = effectivityBadge(effectivity);
    const place = places.get(`${label}\n${badge}`) ?? { marks: [], label, badge };
    place.marks.push(`[${n}]`);
    places.set(`${label}\n${badge}`, place);
  }
  const line = ({ marks, label, badge }: { marks: string[]; label: string; badge: string }): Line => [
    { text: `${marks.join(' ')} ${label}` },
    { text: ` · ${badge}`, style: 'i' },
  ];
  return [bold(BOT_WORDS.sources), ...[...places.values()].map(line)];
}

function nearestLines(answer: Answer): Line[] {
  const nearest = answer.nearest ?? [];
  // The composer may have said so in its own sections already.
  const told = ({ title, procedureCode }: (typeof nearest)[number]) =>
    answer.answer.includes(title) ||
    (procedureCode !== undefined && answer.answer.includes(`mã ${procedureCode}`));
  const fresh = nearest.filter((one) => !told(one));
  if (fresh.length === 0) return [];
  return [
    bold(BOT_WORDS.nearest),
    ...fresh.map(({ title, procedureCode }) =>
      plain(`• ${title}${procedureCode === undefined ? '' : ` (${procedureCode})`}`),
    ),
  ];
}

function nextLines(answer: Answer, sections: readonly AnswerSection[]): Line[] {
  const own = sections.flatMap((section) => sectionLines(section));
  const step = NEXT_STEP[answer.status];
  return own.length > 0 || step === undefined ? own : [italic(step)];
}
