import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { findAccount } from '../store/accounts.ts'
import { changeRecipient } from './change-recipient.ts'
import { issueCode } from './issue-code.ts'
import { issueLink } from './issue-link.ts'

/** The secret of a mail that is being written. Made now, so that no event or job ever carries one. */
export const issueMailToken =
  (deps: IdentityDeps): Handler<Identity, 'issueMailToken'> =>
  async (input, context) => {
    const account = await findAccount(deps.db, input.account_id)
    if (account === null) return { token: null, recipient: '', language: 'en' }
    const { purpose } = input
    const { email, language } = account
    const reference = input.reference ?? null
    const now = context.now()
    const isChange = purpose === 'confirm_new_email' || purpose === 'confirm_old_email'
    const recipient = isChange ? await changeRecipient(deps.db, account, purpose, reference, now) : email
    if (recipient === null) return { token: null, recipient: email, language }
    const token = await deps.db.tx(async (tx) => {
      const made =
        purpose === 'reset_otp' || purpose === 'sign_in_code'
          ? await issueCode(deps, tx, { account_id: account.id, purpose, reference }, now)
          : await issueLink(tx, { account_id: account.id, purpose, reference }, now)
      await deps.audit.record(tx, context, {
        action: 'authn_token_created',
        subject_type: 'account',
        subject_id: account.id,
        after: { purpose },
      })
      return made
    })
    return { token, recipient, language }
  }
