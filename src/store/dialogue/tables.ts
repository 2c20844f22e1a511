import type { Generated } from 'kysely';

/** Tables of people, the question log, escalations and the transport's inbox. JSON columns are text. */
export interface DialogueTables {
  people: {
    id: string;
    name: string;
    status: string;
    roles: string;
    commune: string | null;
    department: string | null;
    position: string | null;
    fields: string;
    stand_in: string | null;
    telegram_id: string | null;
    created_at: string;
  };
  invitations: {
    /** SHA-256 of the code: who reads the database cannot redeem it. */
    code_hash: string;
    roles: string;
    commune: string | null;
    department: string | null;
    uses_left: number;
    expires_at: string;
    created_by: string;
  };
  questions: {
    id: string;
    trace_id: string;
    person: string;
    commune: string | null;
    channel: string;
    conversation: string;
    asked_at: string;
    as_of: string;
    question: string;
    understood_as: string | null;
    field: string | null;
    status: string;
    composer: string;
    answer: string;
    hits: string;
    feedback: string | null;
    feedback_reason: string | null;
    feedback_at: string | null;
    escalation: string | null;
    /** Words of question and answer, folded, one space between: what the review desk's text filter searches. */
    folded: string;
  };
  question_documents: { question_id: string; document_id: string };
  conversations: { person: string; conversation: string; fresh_from: string };
  escalations: {
    id: string;
    question_id: string;
    asker: string;
    field: string | null;
    department: string | null;
    state: string;
    taken_by: string | null;
    reply: string | null;
    reply_basis: string | null;
    created_at: string;
    due_at: string;
    answered_at: string | null;
  };
  field_routes: { field: string; department: string; people: string };
  audit: {
    id: Generated<number>;
    at: string;
    by_whom: string;
    action: string;
    subject: string;
    detail: string | null;
  };
  signin_links: { token_hash: string; person: string; expires_at: string };
  web_sessions: {
    id_hash: string;
    person: string;
    csrf: string;
    created_at: string;
    expires_at: string;
    user_agent: string | null;
  };
  settings: { key: string; value: string; by_whom: string; at: string };
  notices: {
    ord: Generated<number>;
    id: string;
    to_person: string;
    kind: string;
    subject: string;
    text: string;
    created_at: string;
    delivered_at: string | null;
  };
  inbox: {
    ord: Generated<number>;
    key: string;
    lane: string;
    body: string | null;
    received_at: string;
    done_at: string | null;
  };
  inbox_sends: { key: string; ordinal: number; result: string };
  chat_states: { chat: string; state: string };
}
