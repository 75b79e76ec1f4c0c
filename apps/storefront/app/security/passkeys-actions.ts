import { data } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { pageError } from '../page-errors.ts'
import type { PasskeyProblem } from './passkeys.ts'
import type { SecurityScope } from './security-scope.ts'

type Options = Awaited<ReturnType<PublicClient['identity']['startPasskeyRegistration']>>

/** What the section shows after a form of it: options that the browser makes a passkey with, or how it went. */
export type PasskeysAnswer = {
  readonly about: 'passkeys'
  readonly options?: Options
  readonly done?: 'renamed' | 'removed'
  readonly problem?: PasskeyProblem
}

/** The passkeys of the customer, the newest first. */
export async function loadPasskeys(client: PublicClient) {
  return (await client.identity.listPasskeys({})).items
}

/** Asks for the options of a new passkey, renames one or removes one. */
export async function passkeysAction(verb: string, form: FormData, { client, url }: SecurityScope) {
  const passkey_id = String(form.get('passkey_id') ?? '')
  const answer = (more: Omit<PasskeysAnswer, 'about'>, status = 200) =>
    data<PasskeysAnswer>({ about: 'passkeys', ...more }, { status })
  try {
    switch (verb) {
      case 'add':
        return answer({ options: await client.identity.startPasskeyRegistration({}) })
      case 'rename':
        await client.identity.renamePasskey({ passkey_id, name: String(form.get('name') ?? '') })
        return answer({ done: 'renamed' })
      case 'remove':
        await client.identity.revokePasskey({ passkey_id })
        return answer({ done: 'removed' })
      default:
        throw data(null, { status: 400 })
    }
  } catch (error) {
    const { code, status } = toClientError(error)
    if (code === 'IDENTITY_TOO_MANY_PASSKEYS') return answer({ problem: 'tooMany' }, status)
    if (code === 'IDENTITY_PASSWORD_TOO_SHORT_ALONE') return answer({ problem: 'passwordTooShort' }, status)
    if (code === 'STEP_UP_REQUIRED') throw error
    throw pageError(error, url)
  }
}
