import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Media } from '@rampart/contracts/media.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { SellerNames } from './seller-names.ts'

export type CatalogDeps = Deps<Catalog, { identity: Identity; media: Media; inventory: Inventory }> & {
  readonly sellerNames: SellerNames
}
