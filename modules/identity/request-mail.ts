import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from './deps.ts'
import { mailTries } from './domain/try-policies.ts'

type MailEvent = 'identity.verification-requested.v1' | 'identity.duplicate-registration.v1'

/** Asks for a mail to an address that somebody else may have typed in; silently not, when it had many of late. */
export async function requestMail(
  deps: IdentityDeps,
  tx: Tx,
  event: MailEvent,
  account: { readonly id: string; readonly email: string },
  now: Date,
): Promise<void> {
  const taken = await deps.throttle.take(tx, mailTryName(account.email), mailTries, now)
  if (!taken.allowed) return
  const payload: EventPayload<Identity, MailEvent> = { account_id: account.id }
  await deps.outbox.add(tx, event, payload, { key: account.id })
}

/** The name that mails to an address are counted by. */
export function mailTryName(email: string): string {
  return `mail:${email}`
}
