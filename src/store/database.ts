/** A connection string -> a pool of connections whose failures are told as ReadoutError, in words and without secrets. */
import pg from "pg";
import { ReadoutError } from "../model/readout-error.js";
import { isDiskFull } from "./disk-room.js";

/** Where statements can be sent: the pool, or one connection inside of a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
}

export interface Database extends Queryable {
  /** All or nothing: what `work` does is kept when it resolves, and undone when it throws. */
  transaction<T>(work: (within: Queryable) => Promise<T>, mode?: TransactionMode): Promise<T>;
  close(): Promise<void>;
}

/** `reading` sees one unchanging state of the database throughout. */
export type TransactionMode = "writing" | "reading";

export interface DatabaseOptions {
  /** The schema that holds the tables; several installations can share a database. */
  schema: string;
  connections: number;
  /** Where the server keeps its data, when it is on this machine: a disk that is full there ends the server. */
  data?: string | undefined;
}

const PATIENCE_MS = 10_000;

/** Throws ReadoutError `database-url`; all later failures are those of `told`. */
export function openDatabase(url: string, { schema, connections, data }: DatabaseOptions): Database {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw failure(
      "database-url",
      "DATABASE_URL is no address",
      "Write postgres://USER:PASSWORD@HOST:PORT/NAME.",
      undefined,
    );
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: PATIENCE_MS,
    application_name: "readout",
    options: `-c search_path=${schema} -c timezone=UTC -c idle_in_transaction_session_timeout=60000`,
    keepAlive: true,
  });
  // A connection that is lost while nobody uses it is replaced when the next one is asked for.
  pool.on("error", () => {});
  const tell: Tell = (error) => told(error, data);
  return {
    query: (text, values) => send(pool, tell, text, values),
    transaction: (work, mode = "writing") => inTransaction(pool, tell, work, mode),
    close: () => pool.end(),
  };
}

/** What a driver's error is told as. */
type Tell = (error: unknown) => unknown;

async function inTransaction<T>(
  pool: pg.Pool,
  tell: Tell,
  work: (within: Queryable) => Promise<T>,
  mode: TransactionMode,
): Promise<T> {
  const client = await pool.connect().catch((error) => Promise.reject(tell(error)));
  // A connection that breaks between two statements tells so at the next one.
  const onError = () => {};
  client.on("error", onError);
  let broken: Error | undefined;
  try {
    await send(client, tell, mode === "reading" ? "begin isolation level repeatable read read only" : "begin");
    const value = await work({ query: (text, values) => send(client, tell, text, values) });
    await send(client, tell, "commit");
    return value;
  } catch (error) {
    broken = await client.query("rollback").then(
      () => undefined,
      (lost: Error) => lost,
    );
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

async function send<Row extends pg.QueryResultRow>(
  to: pg.Pool | pg.PoolClient,
  tell: Tell,
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  try {
    return (await to.query<Row>(text, values)).rows;
  } catch (error) {
    throw tell(error);
  }
}

/** What the system says of a write that finds no room; only the first of them has a SQLSTATE of its own. */
const NO_ROOM = /No space left on device|File too large|quota exceeded/i;

/** SQLSTATE or system code -> what to tell; whatever else is a bug of ours and stays as it is. */
function told(error: unknown, data: string | undefined): unknown {
  const { code = "", message } = error as { code?: string; message: string };
  const gone = /^(08|57P0)|^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)/;
  const isGone = gone.test(code) || /terminated|timeout exceeded|Client was closed|not queryable/.test(message);
  const noRoom = code === "53100" || NO_ROOM.test(message) || (isGone && data !== undefined && isDiskFull(data));
  if (isGone && !noRoom)
    return failure(
      "database-gone",
      `the database does not answer (${code || message})`,
      "Check that it runs, and try again; nothing of this change is half-done.",
      error,
    );
  if (noRoom || code === "53200")
    return failure(
      "database-full",
      `the database is out of ${noRoom ? "disk" : "memory"}`,
      "Make room, and try again; nothing was changed.",
      error,
    );
  if (code === "53300")
    return failure("database-busy", "the database takes no more connections", "Try again in a moment.", error);
  if (/^28|^3D000$|^42501$/.test(code))
    return failure(
      "database-refused",
      `the database refuses us (${code})`,
      "Check user, password, name and rights in DATABASE_URL.",
      error,
    );
  return error;
}

function failure(code: string, problem: string, next: string, cause: unknown): ReadoutError {
  return new ReadoutError(code, `${problem}. ${next}`, 1, cause);
}
