// Run by tests: `node embedded-child.ts <data folder>` starts (or adopts) the server, prints one line of JSON, and
// goes on until it is told `stop` on its standard input, or is killed.
import { createInterface } from 'node:readline'
import { openDb } from '../db.ts'
import { startEmbedded } from '../embedded.ts'
import { sql } from '../sql.ts'

const [, , dataDir = ''] = process.argv
const messages: string[] = []
const started = Date.now()
const server = await startEmbedded({
  dataDir,
  password: 'test password',
  log: (message) => messages.push(message),
})
const took = Date.now() - started
const db = openDb({ connection: server.connection })
const rows = await db.tx(async (tx) => {
  await tx.run(sql`SELECT pg_advisory_xact_lock(1)`)
  await tx.run(sql`CREATE TABLE IF NOT EXISTS kept (n int)`)
  await tx.run(sql`INSERT INTO kept VALUES (1)`)
  return (await tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM kept`)).n
})
await db.close()
const { adopted, pid, connection } = server
process.stdout.write(
  `${JSON.stringify({ adopted, pid, connection, took, rows, messages, uid: process.getuid?.() })}\n`,
)
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'stop') continue
  await server.stop()
  process.exit(0)
}
