import type { TokenBudget } from '../answer/llm/budget.ts';
import type { LlmScope } from '../answer/llm/model.ts';
import { createLlmClient, limitsOf } from '../answer/llm/options.ts';
import { namesWithheld, scopePolicy } from '../answer/llm/scope.ts';
import type { Answer } from '../answer/model.ts';
import type { DocumentId } from '../legal/model.ts';
import type { ChunkSource } from '../retrieval/model.ts';
import type { Ask } from './evaluate.ts';
import { createGrader, type GradedRow, type Grader } from './grading.ts';
import type { EvaluationQuestion } from './questions.ts';

export interface GradingEndpoint {
  readonly apiKey: string;
  readonly baseUrl?: string;
  readonly model: string;
  readonly timeoutMs: number;
  readonly scope: LlmScope;
}

/** A grader over a configured endpoint. Nothing connects here. */
export function endpointGrader(
  endpoint: GradingEndpoint,
  budget: TokenBudget,
  source: Pick<ChunkSource, 'facts'>,
): Grader {
  const policy = scopePolicy(endpoint.scope);
  return createGrader({
    maySend: async ({ answer, citations }) => {
      const ids = [...new Set(citations.map(({ documentId }) => documentId as DocumentId))];
      const known = await source.facts(ids);
      const said = [answer, ...citations.map((citation) => JSON.stringify(citation))].join('\n');
      return ids.every((id) => {
        const { scope, ...facts } = known.get(id) ?? { scope: { kind: 'departments', departments: [] } };
        return policy(scope) && !namesWithheld(said, facts, policy);
      });
    },
    client: createLlmClient(endpoint),
    model: endpoint.model,
    budget,
    limits: limitsOf(endpoint),
  });
}

/** `ask` that also keeps what a grader needs to see of each answer. */
export function keepingAnswers(ask: Ask): { readonly ask: Ask; readonly rows: readonly GradedRow[] } {
  const rows: GradedRow[] = [];
  return {
    rows,
    async ask(question) {
      const answered = await ask(question);
      rows.push(rowOf(question, answered.answer));
      return answered;
    },
  };
}

function rowOf({ id, q, gold, facts }: EvaluationQuestion, answer: Answer): GradedRow {
  return { id, question: q, answerable: gold.length > 0, facts, answer };
}
