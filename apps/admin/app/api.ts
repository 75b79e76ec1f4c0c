import { browserClient } from '@rampart/client/browser-client.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { askAnother } from './approvals/proposal.ts'
import { askForProof } from './security/step-up.ts'

/**
 * Every operation of the shop, typed from the contracts; the session is the staff's httpOnly cookie. A call that needs
 * a fresh proof of who is there opens the dialog for it, and is made again; one that needs a second person uses what
 * somebody has agreed to, or opens the dialog that proposes it.
 */
export const api: PublicClient = browserClient('/api/v1', 'staff', askForProof, {
  agreed: async (operation) => {
    const { items } = await api.access.listApprovals({ waiting: 'true', status: 'approved', page_size: 100 })
    return items.filter((approval) => approval.operation === operation).map(({ id }) => id)
  },
  ask: askAnother,
})

/** What an operation answers: `Answer<'orders', 'getOrder'>`. */
export type Answer<
  N extends keyof PublicClient,
  K extends keyof PublicClient[N],
> = PublicClient[N][K] extends (...args: never[]) => Promise<infer T> ? T : never

/** What an operation takes. */
export type Input<
  N extends keyof PublicClient,
  K extends keyof PublicClient[N],
> = PublicClient[N][K] extends (input: infer T, ...rest: never[]) => unknown ? T : never

export type Me = Answer<'identity', 'getMe'>
export type Order = Answer<'orders', 'getOrder'>
export type OrderSummary = Answer<'orders', 'listOrders'>['items'][number]
export type Return = Answer<'orders', 'getReturn'>
export type ReturnSummary = Answer<'orders', 'listReturns'>['items'][number]
export type SaleSummary = Answer<'orders', 'listSales'>['items'][number]
export type Product = Answer<'catalog', 'getProduct'>
export type ManagedProduct = Answer<'catalog', 'listManagedProducts'>['items'][number]
export type Category = Answer<'catalog', 'listCategories'>['items'][number]
export type StockLine = Answer<'inventory', 'listStock'>['items'][number]
export type ManagedReview = Answer<'reviews', 'listManagedReviews'>['items'][number]
export type ShippingMethod = Answer<'shipping', 'listMethods'>['items'][number]
export type AuditEntry = Answer<'audit', 'listEntries'>['items'][number]
export type Message = Answer<'notifications', 'listMessages'>['items'][number]
export type WirePicture = Product['pictures'][number]
export type Money = Product['price']
