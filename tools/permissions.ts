import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { modules } from '../apps/server/modules.ts'
import { routeTable } from '../platform/http/route-table.ts'
import { accessMatrix } from '../tests/support/access-matrix.ts'
import { missingRows } from '../tests/support/matrix.ts'
import { ownershipMatrix } from '../tests/support/ownership-matrix.ts'
import { permissionsFile, permissionsMarkdown } from './permissions/page.ts'

// `npm run permissions`: says which rows the matrix of who may do what lacks, and whether docs/permissions.md says the same
// as it. With --write the page is brought up to date.

const contracts = modules.map((module) => module.contract)
const missing = missingRows(routeTable(contracts), accessMatrix, ownershipMatrix)
for (const sentence of missing) process.stdout.write(`${sentence}\n`)
const page = permissionsMarkdown(contracts)
if (process.argv.includes('--write')) await writeFile(permissionsFile, page)
const current = (await readFile(permissionsFile, 'utf8').catch(() => '')) === page
process.stdout.write(`docs/permissions.md is ${current ? '' : 'not '}as the rows say.\n`)
if (missing.length > 0 || !current) process.exitCode = 1
