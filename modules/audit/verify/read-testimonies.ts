import type { Queryable } from '@rampart/platform/db/db.ts'
import { readLines } from '../checkpoints/checkpoint-file.ts'
import type { AuditDeps } from '../deps.ts'
import { listStatements } from '../store/statements.ts'
import { checkCopies } from './check-copies.ts'
import { readTestimony, type Testimony } from './check-statements.ts'
import type { Problem } from './problem.ts'

/** The signed lines of the file (or another copy of it) and of the database, held against each other and read. */
export async function readTestimonies(
  deps: AuditDeps,
  q: Queryable,
  copy?: string,
): Promise<{ readonly testimony: Testimony; readonly problem: Problem | null }> {
  // The database first: the file is written before it, so a line that is added meanwhile is only in the file.
  const rows = await listStatements(q)
  const lines = await readLines(copy ?? deps.checkpointFile)
  const all = [...lines, ...rows.slice(lines.length).map((row) => row.line)]
  const testimony = readTestimony(all, deps.auditKeys.checkpoints)
  return { testimony, problem: testimony.problem ?? checkCopies(lines, rows, copy !== undefined) }
}
