import type { Generated } from 'kysely';

/** Tables of the review desk. `question_desk` and `question_text` follow `questions` by triggers. */
export interface ReviewTables {
  question_desk: {
    seq: Generated<number>;
    question_id: string;
    asked_at: string;
    /** YYYY-MM-DD in Vietnam time. */
    day: string;
    person: string;
    commune: string | null;
    field: string | null;
    status: string;
    composer: string;
    feedback: string | null;
    escalated: number;
    cites_replaced: number;
    confidence: number;
    total_ms: number;
    tokens: Generated<number>;
    verdict: string | null;
    /** Sum of the weights of the reasons to look at it; 0 for none. */
    priority: Generated<number>;
    /** 1 when the question belongs into a gap group. */
    difficult: Generated<number>;
    gap: string | null;
  };
  reviews: { question_id: string; by_whom: string; at: string; verdict: string; reason: string | null };
  standard_answers: {
    id: string;
    question: string;
    answer: string;
    basis: string;
    field: string | null;
    from_question: string | null;
    state: string;
    by_whom: string;
    at: string;
    approved_by: string | null;
    approved_at: string | null;
    from_escalation: string | null;
    review_by: string | null;
    reason: string | null;
  };
  gap_groups: {
    id: string;
    name: string;
    terms: string;
    size: number;
    created_at: string;
    action: string;
    details: string;
  };
  saved_filters: { person: string; name: string; query: string; created_at: string };
  data_requests: {
    id: string;
    person: string;
    kind: string;
    text: string;
    created_at: string;
    due_at: string;
    state: string;
    answer: string | null;
    decided_by: string | null;
    decided_at: string | null;
  };
  eval_runs: { id: string; set_name: string; at: string; overall: string; questions: string };
}
