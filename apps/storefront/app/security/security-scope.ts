import type { PublicClient } from '@rampart/client/public-client.ts'
import type { ShopRequest } from '../shop-request.ts'

/**
 * What the forms of the security page are handed with. A slice's action takes the verb of its intent (`end` of
 * `sessions.end`), the form and this, and answers what its section shows, or where to go.
 */
export type SecurityScope = { client: PublicClient; shop: ShopRequest; url: URL }
