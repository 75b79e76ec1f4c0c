import type { Db } from '../../platform/db/db.ts'
import { sql } from '../../platform/db/sql.ts'
import { processorMs } from '../processor-time.ts'
import type { Target } from './targets.ts'

export type Measured = {
  readonly name: string
  /** Milliseconds from the request to the end of the answer. */
  readonly p50: number
  readonly p95: number
  /** Milliseconds that the shop and its database worked for an answer: what it would take if nobody else did. */
  readonly work50: number
  readonly work95: number
  /** The path that took most work. */
  readonly slowest: string
  /** KiB of the middle answer, unpacked. */
  readonly kibibytes: number
  /** Statements that one answer takes, when nothing is kept. */
  readonly statements: number
  readonly failures: number
}

/** A shop to be asked: who works for it, and what staff show. */
export type Asked = {
  readonly url: string
  readonly token: string
  readonly pids: () => Promise<number[]>
  readonly db: Db
}

/** Asks for everything of a target once, one after the other, after some answers that are not counted. */
export async function measure({ url, token, pids, db }: Asked, target: Target): Promise<Measured> {
  const headers: Record<string, string> = target.who === 'staff' ? { authorization: `Bearer ${token}` } : {}
  let family = await pids()
  const ask = async (path: string) => {
    const before = await processorMs(family)
    const begin = performance.now()
    const answer = await fetch(url + path, { headers, redirect: 'manual' })
    const { byteLength } = await answer.arrayBuffer()
    const ms = performance.now() - begin
    return {
      ms,
      work: (await processorMs(family)) - before,
      bytes: byteLength,
      ok: answer.status === 200,
      path,
    }
  }
  const rounds = Math.max(1, Math.ceil(30 / target.paths.length))
  const paths = Array.from({ length: rounds }, () => target.paths).flat()
  const statements: number[] = []
  // Kept connections, prepared statements and compiled code are warm; answers are not.
  for (const path of paths.slice(-3)) {
    const before = await countStatements(db)
    await ask(path)
    statements.push((await countStatements(db)) - before - 1)
  }
  // With the connections that were made for those.
  family = await pids()
  const asked: Awaited<ReturnType<typeof ask>>[] = []
  for (const path of paths) asked.push(await ask(path))
  const of = (share: number, figure: (one: (typeof asked)[number]) => number): number => {
    const sorted = asked.map(figure).sort((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  }
  return {
    name: target.name,
    p50: of(0.5, ({ ms }) => ms),
    p95: of(0.95, ({ ms }) => ms),
    work50: of(0.5, ({ work }) => work),
    work95: of(0.95, ({ work }) => work),
    slowest: asked.toSorted((a, b) => b.work - a.work)[0]?.path ?? '',
    kibibytes: of(0.5, ({ bytes }) => bytes) / 1024,
    statements: Math.min(...statements),
    failures: asked.filter(({ ok }) => !ok).length,
  }
}

async function countStatements(db: Db): Promise<number> {
  const { calls } = await db.one<{ calls: number }>(
    sql`SELECT coalesce(sum(calls), 0)::bigint AS calls FROM pg_stat_statements`,
  )
  return calls
}
