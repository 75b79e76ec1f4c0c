import type { StatementRow } from '../store/statements.ts'
import { parseStatement } from '../checkpoints/statement.ts'
import type { Problem } from './problem.ts'

/**
 * Holds the lines of the file against their copy in the database: neither may be shorter or other than it was. The
 * file is written first, so a crash leaves it one line ahead. A copy of the file from elsewhere may be older.
 */
export function checkCopies(
  lines: readonly string[],
  rows: readonly StatementRow[],
  fromElsewhere: boolean,
): Problem | null {
  for (const [index, { number, line }] of rows.entries()) {
    if (number !== index + 1) return problem(index + 1, null, 'is missing in the database')
    const written = lines[index]
    if (written === undefined) {
      if (fromElsewhere) return null
      return problem(number, line, 'is in the database, but no longer in the file')
    }
    if (written !== line) return problem(number, line, 'is not the same in the file and in the database')
  }
  if (lines.length > rows.length + 1)
    return problem(
      rows.length + 1,
      lines[rows.length] ?? null,
      'is in the file, but no longer in the database',
    )
  return null
}

function problem(number: number, line: string | null, what: string): Problem {
  const position = line === null ? null : (parseStatement(line)?.position ?? null)
  return { position, entry_id: null, why: `Checkpoint ${String(number)} ${what}.` }
}
