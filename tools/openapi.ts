// `npm run -s openapi > openapi.json`: the document that a running shop serves, without running one.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApi } from '@rampart/platform/http/openapi.ts'
import { routeTable } from '@rampart/platform/http/route-table.ts'
import { allContracts } from './contracts.ts'
import { root } from './run.ts'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const info = { title: 'Rampart API', version, description: 'The public API of a Rampart shop.' }

console.log(JSON.stringify(openApi(routeTable(await allContracts()), '/api/v1', info), null, 2))
