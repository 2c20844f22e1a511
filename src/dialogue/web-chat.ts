import { printDate } from '../legal/citation-label.ts';
import type { IsoDate } from '../legal/model.ts';
import type { Dialogue } from './dialogue.ts';
import { dueDay } from './due.ts';
import type { Feedback, Person, QuestionId, Reply, SourceView } from './model.ts';
import { ESCALATION_TEXTS, ESCALATION_WORDS } from './words.ts';

/** The dialogue as a person at the web chat uses it. */
export function webChat(dialogue: Dialogue) {
  return {
    ask(
      person: Person,
      request: { question: string; conversation: string; asOf?: IsoDate; signal?: AbortSignal },
    ): Promise<Reply> {
      const { question, ...rest } = request;
      return dialogue.ask({ person: person.id, channel: 'web', text: question, ...rest });
    },
    giveFeedback(person: Person, question: QuestionId, feedback: Omit<Feedback, 'at'>): Promise<void> {
      return dialogue.feedback(person.id, question, feedback);
    },
    async escalate(person: Person, question: QuestionId): Promise<string> {
      return escalationSentence(await dialogue.escalate({ by: person.id, question }));
    },
    source(person: Person, question: QuestionId, n: number): Promise<SourceView | undefined> {
      return dialogue.source({ person: person.id, question, n, channel: 'web' });
    },
  };
}

/** What the asker is told after "hỏi chuyên viên": the state, and the day the answer is due. */
export function escalationSentence(sent: Awaited<ReturnType<Dialogue['escalate']>>): string {
  const state = ESCALATION_WORDS[sent.escalation.state];
  if (!sent.isNew) return ESCALATION_TEXTS.already(state);
  return ESCALATION_TEXTS.sent(state, printDate(dueDay(new Date(sent.escalation.dueAt))));
}
