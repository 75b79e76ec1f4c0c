import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import { Text } from '@rampart/platform/contract/fields.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, EXTERNAL_OFFER_MS } from '../domain/lifetimes.ts'
import type { SignInResult } from '../sign-in/complete-sign-in.ts'
import { type AccountRow, findAccount, findAccountByEmail, insertAccount } from '../store/accounts.ts'
import { insertIdentity, type Subject } from '../store/external-identities.ts'
import { insertOffer } from '../store/external-offers.ts'
import { dropSignUps } from '../store/sign-ups.ts'
import type { ExternalProfile } from './prove-subject.ts'
import type { Provider } from './providers.ts'
import { goOn } from './sign-in-owner.ts'

type Stranger = {
  readonly subject: string
  readonly profile: ExternalProfile
  /** As we write addresses, and verified. */
  readonly email: string
}
type Known = { readonly kind: 'known'; readonly account_id: string }

/**
 * Makes the account of a customer who comes with an address that their provider has verified. Where the address is that
 * of an account, nothing is connected by it: its owner may do so after signing in the usual way in this browser.
 */
export async function meetStranger(
  deps: IdentityDeps,
  provider: Provider,
  { subject: name, profile, email }: Stranger,
  context: HandlerContext,
): Promise<SignInResult | Known> {
  const subject = { provider: provider.id, issuer: provider.issuer, subject: name, email }
  return deps.db.tx(async (tx) => {
    const account = await newCustomer(deps, tx, profile, subject, context)
    if (account !== null) return goOn(deps, tx, provider, { account, audience: 'shop' }, context)
    const known = await findAccountByEmail(tx, email)
    if (known === null) throw new Error('An account came and went while somebody signed in.')
    if (known.role === 'customer' && known.locked_at === null && context.device_token !== null) {
      const now = context.now()
      const offer = {
        ...subject,
        id: newId(),
        account_id: known.id,
        device_hash: hashToken(context.device_token),
        expires_at: after(now, EXTERNAL_OFFER_MS),
      }
      await insertOffer(tx, offer, now)
    }
    return { kind: 'known' as const, account_id: known.id }
  })
}

/** The new account; null when the address is somebody's. Sign-ups that wait with this address give way. */
async function newCustomer(
  deps: IdentityDeps,
  tx: Tx,
  profile: ExternalProfile,
  subject: Subject & { readonly email: string },
  context: HandlerContext,
): Promise<AccountRow | null> {
  const { email } = subject
  const now = context.now()
  const id = newId()
  const customer = {
    id,
    email,
    username: null,
    full_name: Text(120, 1).safeParse(profile.name).data ?? email.split('@')[0] ?? email,
    date_of_birth: null,
    language: profile.language,
    role: 'customer' as const,
    verified: true,
  }
  if (!(await insertAccount(tx, customer, now))) return null
  await dropSignUps(tx, email)
  const identity = await insertIdentity(tx, { ...subject, id: newId(), account_id: id }, now)
  if (identity === null) throw new Error('Somebody signed in twice at once for the first time.')
  await deps.outbox.add(tx, 'identity.email-verified.v1', { account_id: id }, { key: id })
  await deps.audit.record(tx, context, {
    action: 'user_created',
    subject_type: 'account',
    subject_id: id,
    after: { role: 'customer', email_verified: true, by: subject.provider, identity_id: identity.id },
  })
  return findAccount(tx, id)
}
