import { shortened } from '../../legal/text.ts';
import { isCase, isSaid } from '../clarify.ts';
import { supports } from '../effectivity.ts';
import type { AskRequest, Choice, Composer, Draft, Evidence } from '../model.ts';
import { notFound } from '../not-found.ts';
import { readQuestion } from '../question.ts';
import { SURE } from '../thresholds.ts';
import { WORDS } from '../words.ts';
import { composeArticle } from './article.ts';
import { composeNamedArticle } from './named-article.ts';
import { composeProcedure } from './procedure.ts';

/** Composes from the evidence alone, without a model: literal spans, chosen and arranged. */
export function createEmbeddedComposer(): Composer {
  return { name: 'embedded', compose: async (request, evidence) => composeEmbedded(request, evidence) };
}

function composeEmbedded(_request: AskRequest, evidence: Evidence): Draft {
  const [first] = evidence.units;
  if (!first) return notFound(evidence.retrieval, WORDS.notFound);
  const question = readQuestion(evidence.retrieval.query.original, evidence.retrieval.query.normalised);
  if (first.facts.kind !== 'procedure')
    return composeNamedArticle(evidence) ?? composeArticle(evidence, question);
  return composeProcedure(first, question, otherProcedures(evidence), variants(evidence));
}

/** Share of the first score that another procedure must have to be offered. */
const COMPARABLE = 0.75;
const OTHERS = 2;
/** Variants named below an answer. */
const VARIANTS = 3;
/** Characters; longer ones are another procedure's own words rather than a case of this one. */
const LONGEST_DIFFERENCE = 60;

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
      label: `${shortened(facts.title, 90)} (mã ${facts.procedureCode})`,
      question: `${retrieval.query.original.trim()} (thủ tục mã ${facts.procedureCode})`,
      procedureCode: facts.procedureCode,
    });
  }
  return others;
}

/** What sets near-identical procedures apart from the first, where the question says nothing of it: they are told in one
 * line, each by its difference alone. Names with figures are left out: no figure stands uncited. */
function variants({ retrieval: { hits, query, lookup } }: Evidence): string[] {
  const [first, ...rest] = hits;
  if (!first || lookup.kind === 'found') return [];
  const told = new Set<string>();
  for (const { score, variantOf, effectivity } of rest) {
    if (told.size === VARIANTS || score < COMPARABLE * first.score) break;
    if (variantOf?.rank !== first.rank || !supports(effectivity)) continue;
    const { adds, lacks } = variantOf;
    const differs = { one: lacks, other: adds };
    if (!isCase(differs) || isSaid(differs, query.original)) continue;
    const words = [...adds, ...lacks].join(', ');
    if (words.length > LONGEST_DIFFERENCE || /\p{N}/u.test(words)) continue;
    told.add(adds.length > 0 ? `“${words}”` : WORDS.without(words));
  }
  return [...told];
}
