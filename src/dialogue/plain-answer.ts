import { randomUUID } from 'node:crypto';
import type { Answer, AnswerSection, AnswerStatus } from '../answer/model.ts';

/** An answer that no search stands behind: a refusal, an error, a look-up done in code. */
export function plainAnswer(
  status: AnswerStatus,
  lines: readonly string[],
  route: string,
  more: readonly AnswerSection[] = [],
): Answer {
  const sections: AnswerSection[] = [{ role: 'conclusion', lines }, ...more];
  return {
    status,
    answer: sections.map(sectionText).join('\n\n'),
    citations: [],
    composer: 'embedded',
    timings: { retrieveMs: 0, composeMs: 0, totalMs: 0 },
    traceId: randomUUID(),
    sections,
    route,
    confidence: 1,
  };
}

function sectionText(section: AnswerSection): string {
  return [...(section.heading === undefined ? [] : [`${section.heading}:`]), ...section.lines].join('\n');
}
