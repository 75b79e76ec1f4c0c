import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { findAccount } from '../store/accounts.ts'
import { accountName, typedName } from './try-names.ts'

/** Forgets the failed tries at an account, however it was named: its owner has proven another way who they are. */
export async function forgiveAccount(deps: IdentityDeps, tx: Tx, accountId: string): Promise<void> {
  const account = await findAccount(tx, accountId)
  if (account === null) return
  const names = [accountName(account.id), typedName({ kind: 'email', value: account.email })]
  if (account.username !== null) {
    names.push(typedName({ kind: 'username', value: account.username.toLowerCase() }))
  }
  await deps.throttle.forget(tx, ...names)
}
