import { type Kysely, type Migration, sql } from 'kysely';

/** Browsers that asked to be told of notices, and what waits to be sent to them: queued in the transaction that writes
 * the notice, so that a restart loses none. */
export const push: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE push_subscriptions (endpoint TEXT PRIMARY KEY, person TEXT NOT NULL, p256dh TEXT NOT NULL,
      auth TEXT NOT NULL, user_agent TEXT, created_at TEXT NOT NULL)`.execute(db);
    await sql`CREATE INDEX push_subscriptions_person ON push_subscriptions (person)`.execute(db);
    await sql`CREATE TABLE push_queue (notice_id TEXT NOT NULL, endpoint TEXT NOT NULL, attempts INTEGER NOT NULL,
      next_at TEXT NOT NULL, PRIMARY KEY (notice_id, endpoint))`.execute(db);
    await sql`CREATE INDEX push_queue_next ON push_queue (next_at)`.execute(db);
    await sql`CREATE TRIGGER notices_to_push AFTER INSERT ON notices BEGIN
      INSERT OR IGNORE INTO push_queue (notice_id, endpoint, attempts, next_at)
        SELECT NEW.id, endpoint, 0, NEW.created_at FROM push_subscriptions WHERE person = NEW.to_person;
    END`.execute(db);
    await sql`CREATE TRIGGER push_subscriptions_gone AFTER DELETE ON push_subscriptions BEGIN
      DELETE FROM push_queue WHERE endpoint = OLD.endpoint;
    END`.execute(db);
  },
};
