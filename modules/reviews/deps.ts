import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Media } from '@rampart/contracts/media.ts'
import type { Orders } from '@rampart/contracts/orders.ts'
import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

/** What the use cases of this module are handed. */
export type ReviewsDeps = Deps<Reviews, { catalog: Catalog; media: Media; orders: Orders }>
