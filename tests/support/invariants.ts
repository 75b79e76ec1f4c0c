import { readFile } from 'node:fs/promises'
import process from 'node:process'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { unsafeSql } from '@rampart/platform/db/sql.ts'
import { openShopDb } from './shop-database.ts'

/** One invariant of `invariants.sql` and how often it is violated. */
type Finding = { readonly name: string; readonly at_rest: boolean; readonly violations: number }

/** Asks for every invariant; for those that hold only at rest, too, when nothing is under way. */
async function checkInvariants(db: Queryable, { atRest, about = '' }: Options): Promise<Finding[]> {
  const text = await readFile(new URL('./invariants.sql', import.meta.url), 'utf8')
  const statements = text
    .split(/;\s*$/m)
    .filter((statement) => /\bSELECT\b/.test(statement) && statement.includes(`SELECT '${about}`))
  const findings: Finding[] = []
  for (const statement of statements) findings.push(await db.one<Finding>(unsafeSql(statement)))
  return findings.filter((finding) => atRest || !finding.at_rest)
}

type Options = {
  readonly atRest: boolean
  /** Only invariants whose name begins so: for a database that has one module's tables alone. */
  readonly about?: string
}

/** The violated ones, as sentences: an empty list is what tests expect. */
export async function violatedInvariants(
  db: Queryable,
  options: Options = { atRest: true },
): Promise<string[]> {
  const findings = await checkInvariants(db, options)
  return findings
    .filter((finding) => finding.violations !== 0)
    .map(({ name, violations }) => `${name}: violated ${String(violations)} times`)
}

/** `node tests/support/invariants.ts DATA_DIR`: a table for the shop that runs on this folder. */
async function main(dataDir: string): Promise<void> {
  const db = await openShopDb(dataDir)
  try {
    const findings = await checkInvariants(db, { atRest: true })
    for (const { name, at_rest, violations } of findings) {
      const verdict = violations === 0 ? 'ok  ' : 'FAIL'
      process.stdout.write(
        `${verdict} ${String(violations).padStart(6)}  ${name}${at_rest ? ' (at rest)' : ''}\n`,
      )
    }
    if (findings.some((finding) => finding.violations !== 0)) process.exitCode = 1
  } finally {
    await db.close()
  }
}

if (import.meta.main) {
  const [dataDir] = process.argv.slice(2)
  if (dataDir === undefined) {
    process.stderr.write('Usage: node tests/support/invariants.ts DATA_DIR\n')
    process.exitCode = 2
  } else {
    await main(dataDir)
  }
}
