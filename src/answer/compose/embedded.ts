import type { AskRequest, Composer, Draft, Evidence } from '../model.ts';
import { notFound } from '../not-found.ts';
import { readQuestion } from '../question.ts';
import { WORDS } from '../words.ts';
import { composeArticle } from './article.ts';
import { composeProcedure } from './procedure.ts';

/** Composes from the evidence alone, without a model: literal spans, chosen and arranged. */
export function createEmbeddedComposer(): Composer {
  return { name: 'embedded', compose: async (request, evidence) => composeEmbedded(request, evidence) };
}

export function composeEmbedded(request: AskRequest, evidence: Evidence): Draft {
  const [first] = evidence.units;
  if (!first) return notFound(evidence.retrieval, WORDS.notFound);
  const question = readQuestion(request.question, evidence.retrieval.query.normalised);
  return first.facts.kind === 'procedure'
    ? composeProcedure(first, question)
    : composeArticle(evidence, question);
}
