import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { IdentityDeps } from '../deps.ts'

/** Why the word of a provider opened nothing: for the audit log, the answer says less. */
export type ExternalRefusal = {
  readonly provider: string
  readonly account_id: string | null
  readonly refused:
    | 'denied'
    | 'unavailable'
    | 'answer'
    | 'account'
    | 'not_connected'
    | 'unverified'
    | 'address'
    | 'known_address'
    | 'session'
    | 'taken'
}

/** Leaves the trace of a sign-in of a provider that opened nothing. */
export async function recordRefusal(
  deps: IdentityDeps,
  { provider, account_id, refused }: ExternalRefusal,
  context: CallContext,
): Promise<void> {
  await deps.db.tx((tx) =>
    deps.audit.record(tx, context, {
      action: 'authn_login_fail',
      subject_type: 'account',
      subject_id: account_id ?? 'unknown',
      after: { by: `external:${provider}`, refused },
    }),
  )
}
