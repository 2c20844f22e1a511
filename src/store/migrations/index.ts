import type { Migration } from 'kysely';
import { core } from './001_core.ts';
import { dialogue } from './002_dialogue.ts';
import { review } from './020_review.ts';
import { uploads } from './030_uploads.ts';
import { usage } from './040_usage.ts';
import { delegations } from './050_delegations.ts';
import { guidance } from './051_guidance.ts';
import { deskIndexes } from './060_desk_indexes.ts';
import { uploadRelations } from './070_upload_relations.ts';
import { changes } from './071_changes.ts';
import { reportedRelations } from './072_reported_relations.ts';
import { push } from './090_push.ts';
import { savedFilters } from './091_saved_filters.ts';
import { dataRequests } from './092_data_requests.ts';
import { monthlyWords } from './105_monthly_words.ts';
import { gapIndexes } from './106_gap_indexes.ts';
import { questionTokens } from './170_question_tokens.ts';
import { relationTerms } from './260_relation_terms.ts';

/** In order of their keys; a key, once released, is never changed. Each area adds its own files. */
export const migrations: Record<string, Migration> = {
  '001_core': core,
  '002_dialogue': dialogue,
  '020_review': review,
  '030_uploads': uploads,
  '040_usage': usage,
  '050_delegations': delegations,
  '051_guidance': guidance,
  '060_desk_indexes': deskIndexes,
  '070_upload_relations': uploadRelations,
  '071_changes': changes,
  '072_reported_relations': reportedRelations,
  '090_push': push,
  '091_saved_filters': savedFilters,
  '092_data_requests': dataRequests,
  '105_monthly_words': monthlyWords,
  '106_gap_indexes': gapIndexes,
  '170_question_tokens': questionTokens,
  '260_relation_terms': relationTerms,
};
