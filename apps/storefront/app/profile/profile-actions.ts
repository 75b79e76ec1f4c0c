import { data } from 'react-router'
import { type ClientError, toClientError } from '@rampart/client/client-error.ts'
import { isLocale } from '../i18n/locale.ts'
import { preferenceCookie } from '../preferences.ts'
import type { SecurityScope } from '../security/security-scope.ts'

/** What the profile's forms are told. */
export type ProfileOutcome =
  | 'saved'
  | 'usernameTaken'
  | 'usernameInvalid'
  | 'refused'
  | 'emailSent'
  | 'emailSame'
  | 'emailInvalid'
  | 'emailRefused'
  | 'tooMany'

const answer = (about: 'details' | 'email', outcome: ProfileOutcome, init: ResponseInit = {}) =>
  data({ about, outcome }, init)

/** Saves name, user name, date of birth and language. The language counts for the pages in this browser too. */
export async function saveDetails(form: FormData, { client, shop }: SecurityScope) {
  const of = (name: string) => String(form.get(name) ?? '').trim()
  const language = of('language')
  const born = of('date_of_birth')
  const hasCheck = form.get('has_birth_date') === '1'
  try {
    await client.identity.updateMe({
      full_name: of('full_name'),
      username: of('username') === '' ? null : of('username'),
      ...(born === '' ? {} : { date_of_birth: born }),
      ...(isLocale(language) ? { language } : {}),
      ...(hasCheck ? { birth_date_check: form.get('birth_date_check') === '1' } : {}),
    })
  } catch (error) {
    const failure = toClientError(error)
    if (failure.code === 'IDENTITY_USERNAME_TAKEN') return answer('details', 'usernameTaken', { status: 409 })
    if (failure.status !== 400) throw error
    return answer('details', isAbout(failure, 'username') ? 'usernameInvalid' : 'refused', { status: 400 })
  }
  const secure = shop.shop.public_url.startsWith('https:')
  const headers = isLocale(language)
    ? { 'Set-Cookie': preferenceCookie('locale', language, secure) }
    : new Headers()
  return answer('details', 'saved', { headers })
}

/** Asks for another address. The answer is the same whether or not it is somebody's. */
export async function askForEmail(form: FormData, { client }: SecurityScope) {
  try {
    await client.identity.requestEmailChange({ new_email: String(form.get('new_email') ?? '').trim() })
    return answer('email', 'emailSent')
  } catch (error) {
    const failure = toClientError(error)
    if (failure.status === 429) return answer('email', 'tooMany', { status: 429 })
    if (failure.code === 'IDENTITY_EMAIL_DOMAIN_REFUSED')
      return answer('email', 'emailRefused', { status: 400 })
    if (failure.status !== 400) throw error
    const same = failure.errors.some(({ message }) => message.includes('already'))
    return answer('email', same ? 'emailSame' : 'emailInvalid', { status: 400 })
  }
}

function isAbout(failure: ClientError, field: string): boolean {
  return failure.errors.some(({ path }) => path === field)
}
