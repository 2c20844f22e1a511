import type { DataRequestStore } from '../../dialogue/review/data-requests.ts';
import type { DocumentDesk } from '../../dialogue/review/documents.ts';
import type { EvaluationRuns } from '../../dialogue/review/evaluations.ts';
import type { GapStore } from '../../dialogue/review/gaps.ts';
import type { QuestionDesk, StandardAnswerStore } from '../../dialogue/review/model.ts';
import type { RetentionStore } from '../../dialogue/review/retention.ts';
import type { SavedFilterStore } from '../../dialogue/review/saved-filters.ts';
import type { Db } from '../database.ts';
import { createDataRequestStore } from './data-requests.ts';
import { createDocumentDesk } from './documents/desk.ts';
import { createEvaluationRuns } from './evaluation-runs.ts';
import { createGapStore } from './gap-store.ts';
import { createQuestionDesk } from './question-desk.ts';
import { createRetentionStore } from './retention.ts';
import { createSavedFilterStore } from './saved-filters.ts';
import { createStandardAnswerStore } from './standard-answers.ts';

export interface ReviewStores {
  readonly desk: QuestionDesk;
  readonly standardAnswers: StandardAnswerStore;
  readonly gaps: GapStore;
  readonly documents: DocumentDesk;
  readonly evaluations: EvaluationRuns;
  readonly retention: RetentionStore;
  readonly savedFilters: SavedFilterStore;
  readonly dataRequests: DataRequestStore;
}

export function createReviewStores(db: Db): ReviewStores {
  return {
    desk: createQuestionDesk(db),
    standardAnswers: createStandardAnswerStore(db),
    gaps: createGapStore(db),
    documents: createDocumentDesk(db),
    evaluations: createEvaluationRuns(db),
    retention: createRetentionStore(db),
    savedFilters: createSavedFilterStore(db),
    dataRequests: createDataRequestStore(db),
  };
}
