import { shortened } from '../legal/text.ts';
import { labelWithin } from '../legal/units/provinces.ts';
import type { Hit, Retrieval } from '../retrieval/model.ts';
import { STATUS_WORDS, supports } from './effectivity.ts';
import type { AnswerSection, Draft } from './model.ts';
import { WORDS } from './words.ts';

const NEAREST = 3;

/** "I did not find it", with the nearest documents, none of them cited. */
export function notFound(retrieval: Retrieval, words: string, status: Draft['status'] = 'not_found'): Draft {
  const nearest = nearestOf(retrieval.hits);
  const sections: AnswerSection[] = [{ role: 'conclusion', lines: [words] }];
  if (nearest.length > 0)
    sections.push({ role: 'next', heading: WORDS.nearest, lines: nearest.map(({ label }) => label) });
  return { status, sections, citations: [], nearest, composer: 'embedded' };
}

/** One line a document, as a person would look for it. */
function nearestOf(hits: readonly Hit[]): NonNullable<Draft['nearest']> {
  const seen = new Set<string>();
  const out: { title: string; procedureCode?: string; label: string }[] = [];
  for (const hit of hits) {
    if (out.length === NEAREST) break;
    if (seen.has(hit.documentTitle)) continue;
    seen.add(hit.documentTitle);
    const state = supports(hit.effectivity) ? '' : ` (${STATUS_WORDS[hit.effectivity.status]})`;
    const name = hit.procedureCode
      ? labelWithin(`${shortened(hit.documentTitle, TITLE_CHARS)} (mã ${hit.procedureCode})`, hit.territory)
      : hit.label;
    out.push({
      title: hit.documentTitle,
      ...(hit.procedureCode !== undefined && { procedureCode: hit.procedureCode }),
      label: `${name}${state}`,
    });
  }
  return out;
}

/** Characters of a title in a choice or among the nearest. */
export const TITLE_CHARS = 120;
