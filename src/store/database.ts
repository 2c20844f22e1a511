import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, Migrator, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { ChangeTables } from './changes/tables.ts';
import type { CoreTables } from './core/tables.ts';
import type { DelegationTables } from './delegations/tables.ts';
import type { DialogueTables } from './dialogue/tables.ts';
import { StoreError } from './errors.ts';
import { migrations } from './migrations/index.ts';
import type { PushTables } from './push/tables.ts';
import type { ReviewTables } from './review/tables.ts';
import type { UploadTables } from './uploads/tables.ts';
import type { UsageTables } from './usage/tables.ts';

/** Every table of the project. Each area declares its own tables beside its store and joins here. */
export interface Database
  extends CoreTables,
    DialogueTables,
    ReviewTables,
    UploadTables,
    UsageTables,
    DelegationTables,
    PushTables,
    ChangeTables {}

export type Db = Kysely<Database>;

/** Name of the database inside DATA_DIR. */
export const DATABASE_FILE = 'tro-ly.sqlite';

/**
 * Opens (creating it when absent) the SQLite database in WAL mode and brings its schema up to date.
 *
 * @param file absolute path of the database file
 * @throws StoreError `not_writable` when the folder or file cannot be written, `damaged` when it is not a database,
 *   `newer_schema` when a later version of the program wrote it
 */
export async function openDatabase(file: string): Promise<Db> {
  const sqlite = openSqlite(file);
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: preparingOnce(sqlite) }) });
  try {
    await migrate(db, file);
    return db;
  } catch (error) {
    await db.destroy();
    throw error instanceof StoreError ? error : StoreError.from(error, file);
  }
}

/** How long a statement waits for another process's writing. */
export const BUSY_MS = 10_000;

function openSqlite(file: string): BetterSqlite3.Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const sqlite = new BetterSqlite3(file, { timeout: BUSY_MS });
    sqlite.pragma('journal_mode = WAL');
    // WAL with NORMAL never corrupts; a power cut may lose the last commits of the log. FULL loses none:
    // "a lost question or document" is among the worst mistakes, and writes here are rare enough.
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // What is erased (updates that were answered, files of given up uploads) is overwritten, not only unlinked.
    sqlite.pragma('secure_delete = ON');
    sqlite.pragma('cache_size = -65536');
    return sqlite;
  } catch (error) {
    throw StoreError.from(error, file);
  }
}

/** Statements that are kept; the program has about two hundred texts, lists of ids aside. */
const KEPT_STATEMENTS = 300;

/**
 * Prepares each statement text once: Kysely prepares at every execution, which costs as much as a look-up by key
 * itself. A statement that runs already (iterated over, or within itself) is not shared.
 */
function preparingOnce(sqlite: BetterSqlite3.Database): SqliteDatabase {
  const kept = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  return {
    close: () => sqlite.close(),
    prepare(text) {
      const known = kept.get(text);
      if (known !== undefined && !known.busy) return known;
      const made = sqlite.prepare<unknown[]>(text);
      kept.set(text, made);
      const [oldest] = kept.keys();
      if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      return made;
    },
  };
}

async function migrate(db: Db, file: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Areas number in ranges of their own: a new one may stand before one that has run.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /corrupted migrations|missing/i.test(error.message)) {
    throw new StoreError('newer_schema', error.message, { cause: error, file });
  }
  throw error;
}
