import { createHash } from 'node:crypto';
import { supports } from '../../answer/effectivity.ts';
import { isLiteral } from '../../answer/quote.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { documentName } from '../../legal/citation-label.ts';
import type { DocumentId, IsoDate } from '../../legal/model.ts';
import { shortened } from '../../legal/text.ts';
import { forReader, mayRead } from '../../retrieval/access.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import type { Chunk, ChunkSource, DocumentFacts } from '../../retrieval/model.ts';
import { noticeReader } from '../access.ts';
import type { Notice, PeopleStore, Person, PersonId, SettingsStore } from '../model.ts';
import type { DocumentDesk } from '../review/documents.ts';
import { readSettings } from '../review/settings.ts';
import type { CorrectionStore, PastAnswer } from './model.ts';
import { CHANGE_WORDS } from './words.ts';

export interface CorrectionDeps {
  readonly corrections: CorrectionStore;
  readonly chunks: Pick<ChunkSource, 'facts' | 'documentChunks'>;
  readonly documents: Pick<DocumentDesk, 'scopes'>;
  readonly people: Pick<PeopleStore, 'person'>;
  readonly settings: SettingsStore;
  readonly now: () => Date;
}

const BATCH = 200;
const DAY_MS = 86_400_000;
const MOST_LISTED = 3;
const QUESTION_SHOWN = 80;

/**
 * Tells those whose past answers, not older than the setting `corrections.days`, cite a document that has since been
 * withdrawn, reworded where it was quoted, or has lost or changed its effect. Each change is told once: the mark moves in
 * the transaction that stores the notices, and a notice's id says who is told of what. To be called every minute or so.
 * @returns how many notices were written
 */
export async function sweepCorrections(deps: CorrectionDeps): Promise<number> {
  const now = deps.now();
  const today = dayInVietnam(now);
  const days = (await readSettings(deps.settings))['corrections.days'];
  const from = new Date(now.getTime() - days * DAY_MS).toISOString();
  let told = 0;
  for (;;) {
    const mark = await deps.corrections.mark();
    const { ids, generation } = await deps.corrections.changed(mark.generation, BATCH);
    const turning =
      ids.length === 0 && mark.day !== '' && mark.day < today
        ? await deps.corrections.turning(mark.day, today)
        : [];
    if (ids.length === 0 && mark.day === today) return told;
    const notices: Notice[] = [];
    if (days > 0)
      for (const id of [...ids, ...turning]) notices.push(...(await noticesFor(deps, id, from, today)));
    // The day is done once no change is left that belongs before it.
    await deps.corrections.finish(
      { generation: Math.max(generation, mark.generation), day: ids.length === 0 ? today : mark.day },
      notices,
    );
    told += notices.length;
  }
}

async function noticesFor(
  deps: CorrectionDeps,
  id: DocumentId,
  from: string,
  today: IsoDate,
): Promise<Notice[]> {
  const answers = await deps.corrections.citing(id, from);
  if (answers.length === 0) return [];
  const facts = (await deps.chunks.facts([id])).get(id);
  const chunks = facts === undefined ? [] : await deps.chunks.documentChunks(id);
  const scope = facts?.scope ?? (await deps.documents.scopes([id])).get(id);
  const groups = new Map<string, { person: Person; name: string; why: string; answers: PastAnswer[] }>();
  for (const [person, own] of await answersByPerson(deps, answers)) {
    const reader = noticeReader(person);
    // What acts on the text may be a document that this person may not read: then only the fact is told.
    const told = facts && forReader(facts, reader);
    // A document that may not be read where the notice goes is not named there either.
    const shown = scope !== undefined && mayRead(scope, reader);
    for (const answer of own) {
      const changed = whyChanged(answer, id, told, chunks, today);
      if (changed === undefined) continue;
      const why = shown || facts === undefined ? changed : CHANGE_WORDS.reworded;
      const name = shown ? nameOf(answer, id, facts) : CHANGE_WORDS.unnamed;
      const key = `${person.id}|${why}`;
      const group = groups.get(key) ?? { person, name, why, answers: [] };
      group.answers.push(answer);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ person, name, why, answers: changed }) =>
    noticeOf(deps, id, person.id, name, why, changed),
  );
}

/** Only of people who still have access. */
async function answersByPerson(
  deps: CorrectionDeps,
  answers: readonly PastAnswer[],
): Promise<Map<Person, PastAnswer[]>> {
  const out = new Map<Person, PastAnswer[]>();
  for (const id of new Set(answers.map(({ person }) => person))) {
    const person = await deps.people.person(id);
    if (person?.status === 'active')
      out.set(
        person,
        answers.filter((answer) => answer.person === id),
      );
  }
  return out;
}

/** What is no longer as it was when the answer was given; undefined when the answer still stands. */
function whyChanged(
  { citations }: PastAnswer,
  id: DocumentId,
  facts: DocumentFacts | undefined,
  chunks: readonly Chunk[],
  today: IsoDate,
): string | undefined {
  const own = citations.filter(({ documentId }) => documentId === id);
  if (own.length === 0) return undefined;
  if (facts === undefined) return CHANGE_WORDS.gone;
  for (const { path, effectivity: then } of own) {
    const now = effectivityOf(facts, today, path);
    const news = now.note !== undefined && now.note !== then.note;
    const ended = supports(then) && !supports(now);
    const changed = news && /thay thế|bãi bỏ|sửa đổi|đính chính|ngưng hiệu lực/iu.test(now.note!);
    if (ended || changed) return CHANGE_WORDS.becauseOf(now.note);
  }
  return own.every(({ quote }) => chunks.some(({ text }) => isLiteral(quote, text)))
    ? undefined
    : CHANGE_WORDS.reworded;
}

function nameOf(answer: PastAnswer, id: DocumentId, facts: DocumentFacts | undefined): string {
  if (facts !== undefined) return documentName(facts);
  const cited = answer.citations.find(({ documentId }) => documentId === id)!;
  return cited.documentNumber ?? cited.documentTitle;
}

function noticeOf(
  deps: CorrectionDeps,
  id: DocumentId,
  to: PersonId,
  name: string,
  why: string,
  answers: readonly PastAnswer[],
): Notice {
  const newest = [...answers].sort((a, b) => b.askedAt.localeCompare(a.askedAt));
  const listed = newest.slice(0, MOST_LISTED).map(({ askedAt, text }) => ({
    day: dayInVietnam(new Date(askedAt)),
    question: shortened(text, QUESTION_SHOWN),
  }));
  // One piece of news about a document is told a person once, whatever brings it up again: their newest answer with it
  // leaves the period last.
  const what = createHash('sha256')
    .update(JSON.stringify([id, why, newest[0]!.question]))
    .digest('hex');
  return {
    id: `answer_changed/${to}/${what.slice(0, 24)}`,
    to,
    kind: 'answer_changed',
    subject: newest[0]!.question,
    text: CHANGE_WORDS.answerChanged(name, why, listed, newest.length - listed.length),
    createdAt: deps.now().toISOString(),
  };
}
