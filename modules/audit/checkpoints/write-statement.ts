import type { Tx } from '@rampart/platform/db/db.ts'
import type { AuditDeps } from '../deps.ts'
import { findLastStatement, insertStatements } from '../store/statements.ts'
import { appendLine, readLastLine } from './checkpoint-file.ts'
import { type Claim, isSigned, parseStatement, signStatement, type Statement } from './statement.ts'

/** The file of checkpoints and what the database knows of it do not agree. */
export class CheckpointsDiffer extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CheckpointsDiffer'
  }
}

type Line = { readonly statement: Statement; readonly line: string }

/**
 * The last signed line; null when there is none yet. The file may be one line ahead of the database, which a crash
 * between the two leaves behind and which is made good here.
 * @throws CheckpointsDiffer when either was shortened or changed
 */
export async function lastStatement(deps: AuditDeps, tx: Tx): Promise<Line | null> {
  const [line, known] = [await readLastLine(deps.checkpointFile), await findLastStatement(tx)]
  if (line === null) {
    if (known === null) return null
    throw new CheckpointsDiffer('The file of checkpoints is gone.')
  }
  const statement = parseStatement(line)
  if (statement === null || !isSigned(deps.auditKeys.checkpoints, statement))
    throw new CheckpointsDiffer('The last checkpoint of the file is not signed by this shop.')
  const ahead = statement.number - (known?.number ?? 0)
  if (ahead < 0 || ahead > 1 || (ahead === 0 && line !== known?.line))
    throw new CheckpointsDiffer('The file of checkpoints and its copy in the database differ.')
  if (ahead === 1) await insertStatements(tx, [{ statement, line }])
  return { statement, line }
}

/** Signs a claim: onto the disk first, then into the database. The caller holds the lock of the chain. */
export async function writeStatement(
  deps: AuditDeps,
  tx: Tx,
  claim: Claim,
  last: Line | null,
): Promise<Statement> {
  const made = signStatement(
    deps.auditKeys.checkpoints,
    claim,
    last === null ? null : { number: last.statement.number, line: last.line },
  )
  await appendLine(deps.checkpointFile, made.line)
  await insertStatements(tx, [made])
  // Wherever logs are gathered there is a third copy.
  deps.log.info('audit checkpoint', { checkpoint: made.line })
  return made.statement
}
