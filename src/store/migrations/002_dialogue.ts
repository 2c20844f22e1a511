import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

type Columns = Readonly<Record<string, 'text' | 'text?' | 'integer'>>;

type Table = CreateTableBuilder<string, string>;

/** Columns of one table: "text?" may be null, the others may not. */
function withColumns(table: CreateTableBuilder<string, never> | Table, columns: Columns): Table {
  let built = table as Table;
  for (const [name, type] of Object.entries(columns)) {
    built =
      type === 'text?' ? built.addColumn(name, 'text') : built.addColumn(name, type, (c) => c.notNull());
  }
  return built;
}

async function people(db: Kysely<unknown>): Promise<void> {
  await withColumns(
    db.schema.createTable('people').addColumn('id', 'text', (c) => c.primaryKey()),
    {
      name: 'text',
      status: 'text',
      roles: 'text',
      commune: 'text?',
      department: 'text?',
      position: 'text?',
      fields: 'text',
      stand_in: 'text?',
      telegram_id: 'text?',
      created_at: 'text',
    },
  ).execute();
  await db.schema.createIndex('people_telegram').on('people').column('telegram_id').unique().execute();
  await withColumns(
    db.schema.createTable('invitations').addColumn('code_hash', 'text', (c) => c.primaryKey()),
    {
      roles: 'text',
      commune: 'text?',
      department: 'text?',
      uses_left: 'integer',
      expires_at: 'text',
      created_by: 'text',
    },
  ).execute();
  await withColumns(
    db.schema.createTable('signin_links').addColumn('token_hash', 'text', (c) => c.primaryKey()),
    { person: 'text', expires_at: 'text' },
  ).execute();
  await withColumns(
    db.schema.createTable('web_sessions').addColumn('id_hash', 'text', (c) => c.primaryKey()),
    { person: 'text', csrf: 'text', created_at: 'text', expires_at: 'text', user_agent: 'text?' },
  ).execute();
  await db.schema.createIndex('web_sessions_person').on('web_sessions').column('person').execute();
}

async function questions(db: Kysely<unknown>): Promise<void> {
  await withColumns(
    db.schema.createTable('questions').addColumn('id', 'text', (c) => c.primaryKey()),
    {
      trace_id: 'text',
      person: 'text',
      commune: 'text?',
      channel: 'text',
      conversation: 'text',
      asked_at: 'text',
      as_of: 'text',
      question: 'text',
      understood_as: 'text?',
      field: 'text?',
      status: 'text',
      composer: 'text',
      answer: 'text',
      hits: 'text',
      feedback: 'text?',
      feedback_reason: 'text?',
      feedback_at: 'text?',
      escalation: 'text?',
      folded: 'text',
    },
  ).execute();
  await db.schema.createIndex('questions_asked').on('questions').columns(['asked_at', 'id']).execute();
  await db.schema
    .createIndex('questions_conversation')
    .on('questions')
    .columns(['person', 'conversation', 'asked_at'])
    .execute();
  await withColumns(db.schema.createTable('question_documents'), { question_id: 'text', document_id: 'text' })
    .addPrimaryKeyConstraint('question_documents_pk', ['document_id', 'question_id'])
    .execute();
  await withColumns(db.schema.createTable('conversations'), {
    person: 'text',
    conversation: 'text',
    fresh_from: 'text',
  })
    .addPrimaryKeyConstraint('conversations_pk', ['person', 'conversation'])
    .execute();
}

async function escalations(db: Kysely<unknown>): Promise<void> {
  await withColumns(
    db.schema.createTable('escalations').addColumn('id', 'text', (c) => c.primaryKey()),
    {
      question_id: 'text',
      asker: 'text',
      field: 'text?',
      department: 'text?',
      state: 'text',
      taken_by: 'text?',
      reply: 'text?',
      reply_basis: 'text?',
      created_at: 'text',
      due_at: 'text',
      answered_at: 'text?',
    },
  ).execute();
  await db.schema.createIndex('escalations_state').on('escalations').columns(['state', 'due_at']).execute();
  await withColumns(
    db.schema.createTable('field_routes').addColumn('field', 'text', (c) => c.primaryKey()),
    { department: 'text', people: 'text' },
  ).execute();
}

async function records(db: Kysely<unknown>): Promise<void> {
  const numbered = (table: string, column: string) =>
    db.schema.createTable(table).addColumn(column, 'integer', (c) => c.primaryKey().autoIncrement());
  await withColumns(numbered('audit', 'id'), {
    at: 'text',
    by_whom: 'text',
    action: 'text',
    subject: 'text',
    detail: 'text?',
  }).execute();
  await withColumns(
    db.schema.createTable('settings').addColumn('key', 'text', (c) => c.primaryKey()),
    {
      value: 'text',
      by_whom: 'text',
      at: 'text',
    },
  ).execute();
  await withColumns(numbered('notices', 'ord'), {
    id: 'text',
    to_person: 'text',
    kind: 'text',
    subject: 'text',
    text: 'text',
    created_at: 'text',
    delivered_at: 'text?',
  })
    .addUniqueConstraint('notices_id', ['id'])
    .execute();
  await db.schema.createIndex('notices_pending').on('notices').columns(['delivered_at', 'ord']).execute();
  await withColumns(numbered('inbox', 'ord'), {
    key: 'text',
    lane: 'text',
    body: 'text?',
    received_at: 'text',
    done_at: 'text?',
  })
    .addUniqueConstraint('inbox_key', ['key'])
    .execute();
  await db.schema.createIndex('inbox_waiting').on('inbox').columns(['done_at', 'ord']).execute();
  await withColumns(db.schema.createTable('inbox_sends'), { key: 'text', ordinal: 'integer', result: 'text' })
    .addPrimaryKeyConstraint('inbox_sends_pk', ['key', 'ordinal'])
    .execute();
  await withColumns(
    db.schema.createTable('chat_states').addColumn('chat', 'text', (c) => c.primaryKey()),
    {
      state: 'text',
    },
  ).execute();
}

/** People, sign-in, question log, escalations, notices, and the inbox that keeps every update until answered. */
export const dialogue: Migration = {
  async up(db: Kysely<unknown>) {
    await people(db);
    await questions(db);
    await escalations(db);
    await records(db);
  },
};
