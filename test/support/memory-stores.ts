import type {
  AuditEntry,
  AuditLog,
  Escalation,
  EscalationStore,
  FieldRoute,
  Invitation,
  LoggedQuestion,
  Notice,
  NoticeStore,
  PeopleStore,
  Person,
  QuestionFilter,
  QuestionLog,
  SettingsStore,
  SigninStore,
  WebSession,
} from '../../src/dialogue/model.ts';

/** In-memory stores for tests of the layers above; small and plain, no shared state between instances. */
export function memoryPeople(): PeopleStore {
  const people = new Map<string, Person>();
  const invitations = new Map<string, Invitation>();
  return {
    person: async (id) => people.get(id),
    byTelegramId: async (telegramId) => [...people.values()].find((p) => p.telegramId === telegramId),
    people: async (filter = {}) =>
      [...people.values()].filter(
        (p) =>
          (!filter.status || p.status === filter.status) &&
          (!filter.role || p.roles.includes(filter.role)) &&
          (!filter.commune || p.commune === filter.commune),
      ),
    save: async (person) => void people.set(person.id, person),
    invitation: async (code) => invitations.get(code),
    saveInvitation: async (invitation) => void invitations.set(invitation.code, invitation),
    changeStatus: async (id, from, to) => {
      const found = people.get(id);
      if (found?.status !== from) return false;
      people.set(id, { ...found, status: to });
      return true;
    },
    useInvitation: async (code, now) => {
      const invitation = invitations.get(code);
      if (!invitation || invitation.usesLeft < 1 || invitation.expiresAt <= now) return false;
      invitations.set(code, { ...invitation, usesLeft: invitation.usesLeft - 1 });
      return true;
    },
  };
}

export function memorySignin(): SigninStore {
  const links = new Map<string, Parameters<SigninStore['saveLink']>[0]>();
  const sessions = new Map<string, WebSession>();
  return {
    saveLink: async (link) => void links.set(link.tokenHash, link),
    useLink: async (tokenHash, now) => {
      const link = links.get(tokenHash);
      if (!link || link.expiresAt <= now) return undefined;
      links.delete(tokenHash);
      return link.person;
    },
    saveSession: async (session) => void sessions.set(session.idHash, session),
    session: async (idHash) => sessions.get(idHash),
    sessions: async (person) => [...sessions.values()].filter((s) => s.person === person),
    endSession: async (idHash) => void sessions.delete(idHash),
  };
}

export function memoryQuestions(): QuestionLog {
  const rows: LoggedQuestion[] = [];
  const fresh = new Map<string, string>();
  const matches = (f: QuestionFilter) => (q: LoggedQuestion) =>
    (!f.person || q.person === f.person) &&
    (!f.from || q.askedAt >= f.from) &&
    (!f.to || q.askedAt < f.to) &&
    (!f.commune || q.commune === f.commune) &&
    (!f.field || q.field === f.field) &&
    (!f.status || q.answer.status === f.status) &&
    (!f.composer || q.answer.composer === f.composer) &&
    (!f.feedback || (q.feedback?.verdict ?? 'none') === f.feedback) &&
    (!f.documentId || q.answer.citations.some((c) => c.documentId === f.documentId)) &&
    (!f.text || `${q.question} ${q.answer.answer}`.includes(f.text));
  const newestFirst = () =>
    rows.toSorted((a, b) => b.askedAt.localeCompare(a.askedAt) || (b.id > a.id ? 1 : -1));
  return {
    add: async (question) => void rows.push(question),
    question: async (id) => rows.find((q) => q.id === id),
    list: async (filter, page) => {
      const all = newestFirst().filter(matches(filter));
      const start = page.before ? all.findIndex((q) => q.id === page.before) + 1 : 0;
      return all.slice(start, start + page.limit);
    },
    count: async (filter) => rows.filter(matches(filter)).length,
    conversation: async (person, conversation, limit) =>
      newestFirst()
        .filter((q) => q.person === person && q.conversation === conversation)
        .filter((q) => q.askedAt > (fresh.get(`${person}/${conversation}`) ?? ''))
        .slice(0, limit)
        .reverse(),
    setEscalation: async (id, escalation) => {
      const at = rows.findIndex((q) => q.id === id);
      if (at >= 0) rows[at] = { ...rows[at]!, escalation };
    },
    startAfresh: async (person, conversation, at) => void fresh.set(`${person}/${conversation}`, at),
    setFeedback: async (id, feedback) => {
      const at = rows.findIndex((q) => q.id === id);
      if (at >= 0) rows[at] = { ...rows[at]!, feedback };
    },
  };
}

export function memoryEscalations(): EscalationStore {
  const all = new Map<string, Escalation>();
  const routes = new Map<string, FieldRoute>();
  return {
    escalation: async (id) => all.get(id),
    list: async (f) =>
      [...all.values()].filter(
        (e) =>
          (!f.state || e.state === f.state) &&
          (!f.field || e.field === f.field) &&
          (!f.asker || e.asker === f.asker) &&
          (!f.takenBy || e.takenBy === f.takenBy),
      ),
    save: async (escalation) => void all.set(escalation.id, escalation),
    take: async (id, by) => {
      const found = all.get(id);
      if (!found || found.takenBy) return false;
      all.set(id, { ...found, takenBy: by, state: 'dang_xu_ly' });
      return true;
    },
    advance: async (next, from) => {
      if (all.get(next.id)?.state !== from) return false;
      all.set(next.id, next);
      return true;
    },
    routes: async () => [...routes.values()],
    saveRoute: async (route) => void routes.set(route.field, route),
  };
}

export function memoryAudit(): AuditLog & { readonly written: AuditEntry[] } {
  const written: AuditEntry[] = [];
  return {
    written,
    write: async (entry) => void written.push(entry),
    entries: async (f, limit) =>
      written
        .filter(
          (e) =>
            (!f.from || e.at >= f.from) &&
            (!f.to || e.at < f.to) &&
            (!f.by || e.by === f.by) &&
            (!f.action || e.action === f.action),
        )
        .toReversed()
        .slice(0, limit),
  };
}

export function memorySettings(): SettingsStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
  };
}

export function memoryNotices(): NoticeStore {
  const all: Notice[] = [];
  const delivered = new Set<string>();
  return {
    add: async (notices) => void all.push(...notices.filter((n) => !all.some((known) => known.id === n.id))),
    pending: async (limit) => all.filter((n) => !delivered.has(n.id)).slice(0, limit),
    delivered: async (id) => void delivered.add(id),
    of: async (person, limit) =>
      all
        .filter((n) => n.to === person)
        .toReversed()
        .slice(0, limit),
  };
}
