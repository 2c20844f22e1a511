import { sql } from 'kysely';
import { BUSY_MS, type Db } from './database.ts';

/**
 * Empties the write-ahead log, where what has just been erased still stands (in the database file itself SQLite writes
 * zeros over it: `secure_delete`). Never waits: while another process reads, the log stays until the next call.
 */
export async function emptyLog(db: Db): Promise<void> {
  await db.connection().execute(async (own) => {
    await sql`pragma busy_timeout = 0`.execute(own);
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(own);
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(BUSY_MS)}`.execute(own);
    }
  });
}
