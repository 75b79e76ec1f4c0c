import { data } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { pageError } from '../page-errors.ts'
import type { SecurityScope } from './security-scope.ts'

/** What the section shows after a form of it: new backup codes, or how it went. */
export type TotpAnswer = {
  readonly about: 'totp'
  readonly codes?: readonly string[]
  readonly done?: 'removed'
  readonly problem?: 'passwordTooShort'
}

/** The second factors of the customer and the devices that need none. */
export async function loadTotp(client: PublicClient) {
  const [factors, devices] = await Promise.all([
    client.identity.getFactors({}),
    client.identity.listDevices({}),
  ])
  return { factors, devices: devices.items }
}

/** Makes new backup codes, or removes the app. */
export async function totpAction(verb: string, { client, url }: SecurityScope) {
  const answer = (more: Omit<TotpAnswer, 'about'>, status = 200) =>
    data<TotpAnswer>({ about: 'totp', ...more }, { status })
  try {
    switch (verb) {
      case 'regenerate':
        return answer({ codes: (await client.identity.regenerateBackupCodes({})).backup_codes })
      case 'remove':
        await client.identity.disableTotp({})
        return answer({ done: 'removed' })
      default:
        throw data(null, { status: 400 })
    }
  } catch (error) {
    const { code, status } = toClientError(error)
    if (code === 'IDENTITY_PASSWORD_TOO_SHORT_ALONE') return answer({ problem: 'passwordTooShort' }, status)
    throw pageError(error, url)
  }
}
