import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { OauthDeps } from './deps.ts'
import { deleteGrantsOf } from './store/grants.ts'

/** Disconnects an account from every app, with an entry for each. */
export async function endGrantsOf(
  deps: OauthDeps,
  tx: Tx,
  context: CallContext,
  accountId: string,
): Promise<void> {
  for (const grant of await deleteGrantsOf(tx, accountId)) {
    await deps.audit.record(tx, context, {
      action: 'authn_token_revoked',
      subject_type: 'account',
      subject_id: grant.account_id,
      before: { client_id: grant.client_id },
    })
  }
}
