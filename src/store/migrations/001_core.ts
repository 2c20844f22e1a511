import type { Kysely, Migration } from 'kysely';

/** Documents, their chunks and vectors, the files they came from, and the change feed that servers follow. */
export const core: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('documents')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('number', 'text')
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('content_hash', 'text', (c) => c.notNull())
      .addColumn('facts', 'text', (c) => c.notNull())
      .addColumn('header', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('articles', 'integer', (c) => c.notNull())
      .addColumn('chunk_count', 'integer', (c) => c.notNull())
      .addColumn('warnings', 'text', (c) => c.notNull())
      .addColumn('added_at', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('documents_number').on('documents').column('number').execute();
    await db.schema.createIndex('documents_content_hash').on('documents').column('content_hash').execute();
    await db.schema.createIndex('documents_file').on('documents').column('file').execute();

    await db.schema
      .createTable('document_versions')
      .addColumn('document_id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('content_hash', 'text', (c) => c.notNull())
      .addColumn('facts', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('replaced_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('document_versions_pk', ['document_id', 'version'])
      .execute();

    await db.schema
      .createTable('chunks')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('document_id', 'text', (c) => c.notNull().references('documents.id').onDelete('cascade'))
      .addColumn('ord', 'integer', (c) => c.notNull())
      .addColumn('unit_id', 'text', (c) => c.notNull())
      .addColumn('path', 'text', (c) => c.notNull())
      .addColumn('label', 'text', (c) => c.notNull())
      .addColumn('heading', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('span_start', 'integer', (c) => c.notNull())
      .addColumn('span_end', 'integer', (c) => c.notNull())
      .addColumn('page', 'integer')
      .execute();
    await db.schema.createIndex('chunks_document').on('chunks').columns(['document_id', 'ord']).execute();
    await db.schema.createIndex('chunks_unit').on('chunks').columns(['unit_id', 'ord']).execute();

    await db.schema
      .createTable('vectors')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('fingerprint', 'text', (c) => c.notNull())
      .addColumn('document_id', 'text', (c) => c.notNull().references('documents.id').onDelete('cascade'))
      .addColumn('vector', 'blob', (c) => c.notNull())
      .addPrimaryKeyConstraint('vectors_pk', ['key', 'fingerprint'])
      .execute();
    await db.schema.createIndex('vectors_document').on('vectors').column('document_id').execute();

    await db.schema
      .createTable('relations')
      .addColumn('document_id', 'text', (c) => c.notNull().references('documents.id').onDelete('cascade'))
      .addColumn('ord', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('target', 'text', (c) => c.notNull())
      .addColumn('target_path', 'text')
      .addColumn('sentence', 'text', (c) => c.notNull())
      .addColumn('acts', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('relations_pk', ['document_id', 'ord'])
      .execute();
    await db.schema.createIndex('relations_target').on('relations').column('target').execute();

    await db.schema
      .createTable('files')
      .addColumn('path', 'text', (c) => c.primaryKey())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('reader_version', 'integer', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('documents', 'integer', (c) => c.notNull())
      .addColumn('read_at', 'text', (c) => c.notNull())
      .execute();

    await db.schema
      .createTable('changes')
      .addColumn('generation', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('document_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute();
  },
};
