import { data } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import type { SecurityScope } from './security-scope.ts'

/** What the section needs: whether less is enough beside a second factor, and what a password must not be. */
export async function loadPassword(
  client: PublicClient,
  shopper: { readonly email: string; readonly full_name: string },
) {
  const factors = await client.identity.getFactors({})
  return { short: factors.totp || factors.passkeys > 0, ownWords: [shopper.email, shopper.full_name] }
}

/** Sets another password for the customer. */
export async function passwordAction(verb: string, form: FormData, { client }: SecurityScope) {
  if (verb !== 'change') throw data(null, { status: 400 })
  const answer = (outcome: 'changed' | 'tooShort' | 'tooCommon' | 'tooMany', status = 200) =>
    data({ about: 'password' as const, outcome }, { status })
  try {
    await client.identity.changePassword({ new_password: String(form.get('new_password') ?? '') })
    return answer('changed')
  } catch (error) {
    const failure = toClientError(error)
    if (failure.code === 'IDENTITY_PASSWORD_TOO_COMMON') return answer('tooCommon', 400)
    if (failure.status === 400) return answer('tooShort', 400)
    if (failure.status === 429) return answer('tooMany', 429)
    throw error
  }
}
