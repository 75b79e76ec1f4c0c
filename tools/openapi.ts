// `npm run -s openapi > openapi.json`: the document that a running shop serves, without running one.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLOSED_TO_KEYS } from '@rampart/contracts/access/api-keys.ts'
import { openApi } from '@rampart/platform/http/openapi.ts'
import { routeTable } from '@rampart/platform/http/route-table.ts'
import { allContracts } from './contracts.ts'
import { root } from './run.ts'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const info = { title: 'Rampart API', version, description: 'The public API of a Rampart shop.' }

const routes = routeTable(await allContracts())
const document = openApi(routes, '/api/v1', info, { closedToKeys: CLOSED_TO_KEYS })

console.log(JSON.stringify(document, null, 2))
