import type { AuditEntry, EscalationId, PersonId, QuestionId } from '../../dialogue/model.ts';
import type { DocumentId } from '../../legal/model.ts';
import { shortened } from '../../legal/text.ts';
import type { DeskDeps } from '../deps.ts';
import { SETTING_WORDS } from './settings-view.ts';

/** What an entry of the audit is about, in words, and where it can be looked at. */
export interface Subject {
  readonly words: string;
  readonly href?: string;
}

export type SubjectOf = (entry: Pick<AuditEntry, 'action' | 'subject' | 'detail'>) => Promise<Subject>;

const LONGEST = 120;

/** Looks up what stands behind ids; each once. What is gone, or was never an id, stays as it was written. */
export function auditSubjects(deps: DeskDeps): SubjectOf {
  const known = new Map<string, Promise<Subject>>();
  return (entry) => {
    const key = `${kindOf(entry.action)}/${entry.subject}`;
    const subject = known.get(key) ?? found(deps, entry);
    known.set(key, subject);
    return subject;
  };
}

type Kind = 'question' | 'escalation' | 'guidance' | 'gap' | 'document' | 'upload' | 'setting' | 'person';

const KINDS: readonly (readonly [prefix: RegExp, kind: Kind])[] = [
  [/^question_/, 'question'],
  [/^escalat/, 'escalation'],
  [/^(?:guidance|standard_answer)_/, 'guidance'],
  [/^gap_/, 'gap'],
  [/^document_/, 'document'],
  [/^upload_/, 'upload'],
  [/^setting_/, 'setting'],
];

function kindOf(action: string): Kind {
  return KINDS.find(([prefix]) => prefix.test(action))?.[1] ?? 'person';
}

async function found(
  deps: DeskDeps,
  { action, subject, detail }: Parameters<SubjectOf>[0],
): Promise<Subject> {
  return (await LOOK_UP[kindOf(action)](deps, subject, detail)) ?? { words: subject };
}

type LookUp = (
  deps: DeskDeps,
  id: string,
  detail: AuditEntry['detail'],
) => Promise<Subject | undefined> | Subject | undefined;

const LOOK_UP: Readonly<Record<Kind, LookUp>> = {
  question: (deps, id) => question(deps, id),
  escalation: async (deps, id) => {
    const escalation = await deps.escalations.escalation(id as EscalationId);
    return escalation && question(deps, escalation.question);
  },
  guidance: async (deps, id) => {
    const answer = await deps.standardAnswers.get(id);
    return answer && { words: shortened(answer.question, LONGEST), href: `/quan-tri/tra-loi-chuan#tl-${id}` };
  },
  gap: async (deps, id) => {
    const gap = await deps.gaps.gap(id);
    return (
      gap && {
        words: shortened(gap.details.difficulty ?? gap.name, LONGEST),
        href: `/quan-tri/vuong-mac/${id}`,
      }
    );
  },
  document: async (deps, id) => {
    const facts = (await deps.chunks.facts([id as DocumentId])).get(id as DocumentId);
    const href = `/quan-tri/van-ban/xem?id=${encodeURIComponent(id)}`;
    return { words: shortened(facts?.title ?? id, LONGEST), href };
  },
  upload: (_deps, _id, detail) => {
    const name = detail?.['fileName'];
    return typeof name === 'string' ? { words: name } : undefined;
  },
  setting: (_deps, key) => {
    const words = SETTING_WORDS[key];
    return words === undefined ? undefined : { words, href: '/quan-tri/cai-dat' };
  },
  person: async (deps, id) => {
    const person = await deps.people.person(id as PersonId);
    return person && { words: person.name, href: `/quan-tri/nguoi-dung/${encodeURIComponent(id)}` };
  },
};

async function question(deps: DeskDeps, id: string): Promise<Subject | undefined> {
  const one = await deps.questions.question(id as QuestionId);
  return one && { words: shortened(one.question, LONGEST), href: `/quan-tri/cau-hoi/${id}` };
}
