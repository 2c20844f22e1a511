import type { ChunkSource } from '../../retrieval/model.ts';
import type { AuditLog, SettingsStore } from '../model.ts';
import { type DocumentDesk, overDocuments } from './documents.ts';
import { type GapStore, groupNewQuestions } from './gaps.ts';
import type { QuestionDesk } from './model.ts';
import { applyRetention, type RetentionStore } from './retention.ts';

export interface UpkeepDeps {
  readonly desk: QuestionDesk;
  readonly documents: DocumentDesk;
  readonly gaps: GapStore;
  readonly retention: RetentionStore;
  readonly chunks: Pick<ChunkSource, 'facts'>;
  readonly settings: SettingsStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

const PAGE = 500;

/** What the desk needs every hour or so; repeating it changes nothing. */
export async function upkeep(deps: UpkeepDeps): Promise<void> {
  await applyRetention(deps);
  await flagReplaced(deps);
  await groupNewQuestions(deps);
}

/** Questions whose sources have expired, been suspended or left the store since go into the review queue. */
export async function flagReplaced(
  deps: Pick<UpkeepDeps, 'desk' | 'documents' | 'chunks' | 'now'>,
): Promise<number> {
  const gone: string[] = [];
  for (let after: string | undefined; ; ) {
    const rows = await deps.documents.list(
      { state: 'withdrawn' },
      { limit: PAGE, ...(after !== undefined && { after }) },
    );
    gone.push(...rows.map((row) => row.id));
    if (rows.length < PAGE) break;
    after = rows.at(-1)!.id;
  }
  return deps.desk.setCitesReplaced([...gone, ...(await overDocuments(deps))]);
}
