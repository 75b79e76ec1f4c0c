import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Media } from '@rampart/contracts/media.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type CatalogDeps = Deps<Catalog, { media: Media; inventory: Inventory }>
