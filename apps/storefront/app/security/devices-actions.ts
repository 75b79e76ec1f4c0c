import { data, redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { needed, pageError } from '../page-errors.ts'
import type { SecurityScope } from './security-scope.ts'

/** Forgets one remembered device, or all. */
export async function devicesAction(verb: string, form: FormData, { client, url }: SecurityScope) {
  switch (verb) {
    case 'forget':
      try {
        await client.identity.forgetDevice({ device_id: String(form.get('device_id') ?? '') })
      } catch (error) {
        // It is forgotten already, which is what was wanted.
        if (toClientError(error).status !== 404) throw pageError(error, url)
      }
      break
    case 'forget-all':
      await needed(client.identity.forgetAllDevices({}), url)
      break
    default:
      throw data(null, { status: 400 })
  }
  return redirect('/account/security#devices')
}
