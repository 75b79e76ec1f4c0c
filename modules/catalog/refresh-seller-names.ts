import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { CatalogDeps } from './deps.ts'
import { takeUpSellerNames } from './take-up-seller-names.ts'

/** Takes up what sellers call themselves by now. One who was locked out keeps the name that the shop knows. */
export const refreshSellerNames = (deps: CatalogDeps) => async (): Promise<void> => {
  const { sellers } = await deps.clients.identity.findSellers(backgroundContext(newId()), {})
  await takeUpSellerNames(deps, sellers)
}
