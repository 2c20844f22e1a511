import type { AskRequest, Choice, Composer, Draft, Evidence } from '../model.ts';
import { notFound, short } from '../not-found.ts';
import { readQuestion } from '../question.ts';
import { WORDS } from '../words.ts';
import { composeArticle } from './article.ts';
import { composeNamedArticle } from './named-article.ts';
import { composeProcedure } from './procedure.ts';

/** Composes from the evidence alone, without a model: literal spans, chosen and arranged. */
export function createEmbeddedComposer(): Composer {
  return { name: 'embedded', compose: async (request, evidence) => composeEmbedded(request, evidence) };
}

export function composeEmbedded(_request: AskRequest, evidence: Evidence): Draft {
  const [first] = evidence.units;
  if (!first) return notFound(evidence.retrieval, WORDS.notFound);
  const question = readQuestion(evidence.retrieval.query.original, evidence.retrieval.query.normalised);
  if (first.facts.kind !== 'procedure')
    return composeNamedArticle(evidence) ?? composeArticle(evidence, question);
  return composeProcedure(first, question, otherProcedures(evidence));
}

/** Below this, the asker is shown which other procedures the question may have meant. */
const SURE = 0.75;
/** Share of the first score that another procedure must have to be offered. */
const COMPARABLE = 0.75;
const OTHERS = 2;

/** The next procedures by rank, for a question whose first one is not sure. */
function otherProcedures({ retrieval, units }: Evidence): Choice[] {
  if (retrieval.lookup.kind === 'found' || retrieval.confidence >= SURE) return [];
  const [first, ...rest] = units;
  const titles = new Set([first?.facts.title]);
  const others: Choice[] = [];
  for (const { facts, hit } of rest) {
    if (hit.score < COMPARABLE * (first?.hit.score ?? 0)) break;
    if (others.length === OTHERS || titles.has(facts.title) || facts.procedureCode === undefined) continue;
    titles.add(facts.title);
    others.push({
      label: `${short(facts.title, 90)} (mã ${facts.procedureCode})`,
      question: `${retrieval.query.original.trim()} (thủ tục mã ${facts.procedureCode})`,
      procedureCode: facts.procedureCode,
    });
  }
  return others;
}
