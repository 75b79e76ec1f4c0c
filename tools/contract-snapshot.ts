import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { modules } from '../apps/server/modules.ts'
import { compareSnapshots } from './contracts/compare.ts'
import { errorListMarkdown } from './contracts/error-list.ts'
import { errorListFile, snapshotFile } from './contracts/files.ts'
import { type Snapshot, snapshotOf } from './contracts/snapshot.ts'

// `npm run contracts`: says what changed in the contracts since the snapshot, and whether it breaks anybody.
// With --write the snapshot and the list of error codes are brought up to date.

const contracts = modules.map((module) => module.contract)
const after = snapshotOf(contracts)
const before = await readFile(snapshotFile, 'utf8').then(
  (text) => JSON.parse(text) as Snapshot,
  () => ({ operations: {}, events: {} }) satisfies Snapshot,
)
const changes = compareSnapshots(before, after)
for (const { level, where, what } of changes) process.stdout.write(`${level.padEnd(9)} ${where}: ${what}\n`)
if (changes.length === 0) process.stdout.write('The contracts are as the snapshot says.\n')
if (process.argv.includes('--write')) {
  await writeFile(snapshotFile, `${JSON.stringify(after, null, 1)}\n`)
  await writeFile(errorListFile, errorListMarkdown(contracts))
} else if (changes.length > 0) process.exitCode = 1
