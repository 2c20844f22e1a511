import { type ExpressionBuilder, sql } from 'kysely';
import type { DocumentId } from '../../legal/model.ts';
import type { LackingDocument, VectorSink } from '../../retrieval/dense/embed-missing.ts';
import type { Coverage } from '../../retrieval/dense/vector-state.ts';
import type { Db } from '../database.ts';
import { batches } from './rows.ts';
import type { CoreTables } from './tables.ts';

/** Vectors written after their document, and what still lacks them. */
export function createVectorStore(db: Db): Omit<VectorSink, 'document'> & {
  embedded(fingerprint: string): Promise<readonly DocumentId[]>;
  /** @param fingerprints exactly one, or all that begin alike */
  coverage(fingerprints: { readonly is: string } | { readonly begins: string }): Promise<{
    readonly documents: Coverage;
    readonly chunks: Coverage;
  }>;
} {
  const serving = (fingerprint: string, has: boolean) =>
    db
      .selectFrom('documents')
      .select(['documents.id', 'documents.version'])
      .where('state', '=', 'serving')
      .where('chunk_count', '>', 0)
      .where(({ exists, not, selectFrom }) => {
        const found = exists(
          selectFrom('vectors')
            .select('vectors.key')
            .whereRef('vectors.document_id', '=', 'documents.id')
            .where('vectors.fingerprint', '=', fingerprint),
        );
        return has ? found : not(found);
      })
      .orderBy('documents.id')
      .execute();

  return {
    async lacking(fingerprint) {
      const rows = await serving(fingerprint, false);
      return rows.map(({ id, version }): LackingDocument => ({ id: id as DocumentId, version }));
    },
    async embedded(fingerprint) {
      return (await serving(fingerprint, true)).map(({ id }) => id as DocumentId);
    },

    async coverage(fingerprints) {
      const texts = db.selectFrom('documents').where('state', '=', 'serving').where('chunk_count', '>', 0);
      const counts = ({ fn }: ExpressionBuilder<CoreTables, 'documents'>) =>
        [fn.countAll().as('documents'), fn.sum('chunk_count').as('chunks')] as const;
      const all = await texts.select(counts).executeTakeFirst();
      const covered = await texts
        .where(({ exists, selectFrom }) => {
          const own = selectFrom('vectors')
            .select('vectors.key')
            .whereRef('vectors.document_id', '=', 'documents.id');
          return exists(
            'is' in fingerprints
              ? own.where('vectors.fingerprint', '=', fingerprints.is)
              : own.where(
                  sql`substr(vectors.fingerprint, 1, ${fingerprints.begins.length})`,
                  '=',
                  fingerprints.begins,
                ),
          );
        })
        .select(counts)
        .executeTakeFirst();
      const of = (what: 'documents' | 'chunks'): Coverage => {
        const total = Number(all?.[what] ?? 0);
        return { all: total, lacking: total - Number(covered?.[what] ?? 0) };
      };
      return { documents: of('documents'), chunks: of('chunks') };
    },

    async putVectors({ id, version }, fingerprint, vectors) {
      return db.transaction().execute(async (tx) => {
        const now = await tx
          .selectFrom('documents')
          .select('version')
          .where('id', '=', id)
          .executeTakeFirst();
        if (now?.version !== version) return false;
        const rows = vectors.map(({ key, vector }) => ({
          key,
          fingerprint,
          document_id: id,
          vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
        }));
        for (const batch of batches(rows, 200)) {
          await tx
            .insertInto('vectors')
            .values(batch)
            .onConflict((c) => c.doNothing())
            .execute();
        }
        return true;
      });
    },

    async dropVectorsOfOthers(fingerprint) {
      await db.deleteFrom('vectors').where('fingerprint', '!=', fingerprint).execute();
    },
  };
}
