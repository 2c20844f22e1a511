import type { DocumentId } from '../../legal/model.ts';
import type { LackingDocument, VectorSink } from '../../retrieval/embed-missing.ts';
import type { Db } from '../database.ts';
import { batches } from './rows.ts';

/** Vectors written after their document, and what still lacks them. */
export function createVectorStore(db: Db): Omit<VectorSink, 'document'> & {
  embedded(fingerprint: string): Promise<readonly DocumentId[]>;
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
