import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Search } from '@rampart/contracts/search.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type SearchDeps = Deps<Search, { catalog: Catalog }>
