import { HOME_TERRITORY, provinceName, provinceSaid } from '../../legal/units/provinces.ts';
import type { AnswerSection } from '../model.ts';
import { WORDS } from '../words.ts';
import type { Step, Work } from './step.ts';

/** What rests on another province's text is told as such before anything else, and is no whole answer: it binds only
 * there. Whoever asks for that province's rules by name knows. */
export const otherProvince: Step = (work) => {
  const { draft } = work;
  if (draft === undefined || !/^(?:answered|partial)$/.test(draft.status)) return work;
  const place = placeOf(work);
  if (place === undefined) return work;
  const told: AnswerSection = { role: 'caution', lines: [WORDS.otherProvince(place)] };
  return { ...work, draft: { ...draft, status: 'partial', sections: [told, ...draft.sections] } };
};

/** The province whose text comes first in the answer, where that is not the asker's and not the one asked about. */
function placeOf({
  request: { question, territory = HOME_TERRITORY },
  draft,
  evidence,
}: Work): string | undefined {
  const first = draft?.citations[0]?.documentId;
  const binds = evidence?.units.find(({ facts }) => facts.id === first)?.facts.territory;
  if (binds === undefined || binds === territory) return undefined;
  return provinceSaid(question) === binds ? undefined : provinceName(binds);
}
