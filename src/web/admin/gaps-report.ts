import type { CountedGap } from '../../dialogue/review/gaps.ts';
import type { IsoDate } from '../../legal/model.ts';
import { formatDate } from '../text.ts';
import { GAP_ACTION_WORDS, GAP_CAUSE_WORDS, GAP_LEVEL_WORDS } from './words.ts';

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface Difficulty {
  readonly field: string;
  readonly difficulty: string;
  readonly provisions: string;
  readonly questions: number;
  readonly before: number;
  readonly communes: number;
  readonly communeNames: string;
  readonly cause: string;
  readonly proposal: string;
  readonly level: string;
  readonly lead: string;
  readonly due: string;
  readonly state: string;
  readonly examples: readonly string[];
}

export interface DifficultyReport extends Period {
  readonly today: IsoDate;
  readonly rows: readonly Difficulty[];
}

/** The period's table of difficulties; what nobody has filled in stays empty, nothing is guessed. */
export function difficulties(
  gaps: readonly CountedGap[],
  period: Period,
  today: IsoDate,
  communeName: (slug: string) => string,
): DifficultyReport {
  const rows = gaps.map((gap): Difficulty => {
    const { details } = gap;
    return {
      field: details.field ?? gap.fields.join(', '),
      difficulty: details.difficulty ?? gap.name,
      provisions: details.provisions ?? '',
      questions: gap.questions,
      before: gap.before,
      communes: gap.communes.length,
      communeNames: gap.communes.map(communeName).join(', '),
      cause: details.cause ? GAP_CAUSE_WORDS[details.cause] : '',
      proposal: details.proposal ?? '',
      level: details.level ? GAP_LEVEL_WORDS[details.level] : '',
      lead: details.lead ?? '',
      due: details.due ? formatDate(details.due) : '',
      state: GAP_ACTION_WORDS[gap.action],
      examples: gap.examples,
    };
  });
  return { ...period, today, rows };
}
