import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Statement } from '../checkpoints/statement.ts'

/** A signed line as the database keeps it. */
export type StatementRow = { readonly number: number; readonly line: string }

/** The last line that the database knows; null when there is none. */
export async function findLastStatement(q: Queryable): Promise<StatementRow | null> {
  return q.maybe<StatementRow>(sql`
    SELECT number, line FROM audit.checkpoints ORDER BY number DESC LIMIT 1`)
}

/** Every line that the database knows, in order. */
export async function listStatements(q: Queryable): Promise<StatementRow[]> {
  return q.many<StatementRow>(sql`SELECT number, line FROM audit.checkpoints ORDER BY number`)
}

/** Keeps lines that the file has; one that is known already stays as it is. */
export async function insertStatements(
  tx: Tx,
  lines: readonly { readonly statement: Statement; readonly line: string }[],
): Promise<void> {
  for (const { statement, line } of lines) {
    await tx.run(sql`
      INSERT INTO audit.checkpoints (number, kind, position, line)
      VALUES (${statement.number}, ${statement.kind}, ${statement.position}, ${line})
      ON CONFLICT (number) DO NOTHING`)
  }
}

/** Up to which position of the chain the last checkpoint reaches; 0 when there is none. */
export async function provenPosition(q: Queryable): Promise<number> {
  const last = await q.maybe<{ position: number }>(sql`
    SELECT position FROM audit.checkpoints WHERE kind <> 'cut' ORDER BY number DESC LIMIT 1`)
  return last?.position ?? 0
}

/** The statement of the last cut by retention. */
export async function findLastCut(q: Queryable): Promise<StatementRow | null> {
  return q.maybe<StatementRow>(sql`
    SELECT number, line FROM audit.checkpoints WHERE kind = 'cut' ORDER BY number DESC LIMIT 1`)
}
