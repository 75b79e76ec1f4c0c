import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Orders } from '@rampart/contracts/orders.ts'
import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type RecommendationsDeps = Deps<Recommendations, { catalog: Catalog; orders: Orders }>
