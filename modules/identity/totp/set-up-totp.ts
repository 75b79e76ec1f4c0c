import { toDataURL } from 'qrcode'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { TOTP_SETUP_MS } from '../domain/factor-lock.ts'
import { after } from '../domain/lifetimes.ts'
import { assertMayChangeFactors } from '../factors/require-factor-proof.ts'
import { signedIn } from '../signed-in.ts'
import { findAccount } from '../store/accounts.ts'
import { putSetup } from '../store/totp-setups.ts'
import { newSecret, otpauthUrl, sealSecret, secretText } from './authenticator.ts'

/** Begins to set up an authenticator app. Nothing changes for the account until a code of the app was right. */
export const setUpTotp =
  (deps: IdentityDeps): Handler<Identity, 'setUpTotp'> =>
  async (_input, context) => {
    const session = signedIn(context)
    const secret = newSecret()
    const expires_at = after(context.now(), TOTP_SETUP_MS)
    const email = await deps.db.tx(async (tx) => {
      await assertMayChangeFactors(tx, session, context)
      const account = await findAccount(tx, session.id)
      if (account === null) throw context.fail('UNAUTHENTICATED')
      await putSetup(tx, {
        account_id: session.id,
        session_id: session.session_id,
        secret: sealSecret(deps, session.id, secret),
        expires_at,
      })
      await deps.audit.record(tx, context, {
        action: 'authn_factor_begun',
        subject_type: 'account',
        subject_id: session.id,
        after: { factor: 'totp', session_id: session.session_id },
      })
      return account.email
    })
    const otpauth_url = otpauthUrl(secret, deps.settings.shop_name, email)
    return {
      secret: secretText(secret),
      otpauth_url,
      qr_code: await toDataURL(otpauth_url, { errorCorrectionLevel: 'M', margin: 2, scale: 6 }),
      expires_at: expires_at.toISOString(),
    }
  }
