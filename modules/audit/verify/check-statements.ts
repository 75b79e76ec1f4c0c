import type { KeyObject } from 'node:crypto'
import type { Problem } from './problem.ts'
import { GENESIS } from '../chain/link-hash.ts'
import { isSigned, lineHash, NO_LINE, parseStatement, type Statement } from '../checkpoints/statement.ts'

/** What signed lines say about the chain. */
export type Testimony = {
  readonly statements: readonly Statement[]
  /** Where the chain begins: after the last cut, or at its very beginning. */
  readonly start: { readonly position: number; readonly hash: Buffer }
  /** The hash that the chain must have at a position. */
  readonly hashes: ReadonlyMap<number, Statement>
  /** How far the chain must reach. */
  readonly reach: Statement | null
  /** Positions that were known to be wrong when somebody accepted the log as it was. */
  readonly known: ReadonlySet<number>
  readonly restarts: number
  readonly problem: Problem | null
}

/**
 * Reads signed lines. Each names the hash of the one before it, so the signature of the last vouches for all; where
 * something is wrong, each is looked at. Lines from the first bad one on say nothing.
 */
export function readTestimony(lines: readonly string[], key: KeyObject): Testimony {
  const statements: Statement[] = []
  let problem: Problem | null = null
  let previous = NO_LINE
  for (const [index, line] of lines.entries()) {
    const statement = parseStatement(line)
    if (statement === null || statement.number !== index + 1 || statement.previous !== previous) {
      problem = problemOfLine(index + 1, statement, 'is not the line that was written')
      break
    }
    previous = lineHash(line)
    statements.push(statement)
  }
  const last = statements.at(-1)
  if (last !== undefined && !isSigned(key, last)) {
    const bad = statements.findIndex((statement) => !isSigned(key, statement))
    problem = problemOfLine(bad + 1, statements[bad] ?? null, 'is not signed by this shop')
    statements.length = bad
  }
  return { ...testimonyOf(statements), problem }
}

function testimonyOf(statements: readonly Statement[]): Omit<Testimony, 'problem'> {
  const hashes = new Map<number, Statement>()
  const known = new Set<number>()
  let reach: Statement | null = null
  let start: Testimony['start'] = { position: 0, hash: GENESIS }
  for (const statement of statements) {
    if (statement.kind === 'restart') {
      for (const position of hashes.keys()) if (position > statement.position) hashes.delete(position)
      for (const position of statement.known ?? []) known.add(position)
    }
    if (statement.kind === 'cut') start = { position: statement.position, hash: hashOf(statement) }
    else {
      if (statement.position > 0) hashes.set(statement.position, statement)
      reach = statement
    }
  }
  const restarts = statements.filter((statement) => statement.kind === 'restart').length
  return { statements, start, hashes, reach, known, restarts }
}

function hashOf(statement: Statement): Buffer {
  return Buffer.from(statement.hash, 'hex')
}

function problemOfLine(number: number, statement: Statement | null, what: string): Problem {
  return {
    position: statement?.position ?? null,
    entry_id: null,
    why: `Line ${String(number)} of the checkpoints ${what}.`,
  }
}
