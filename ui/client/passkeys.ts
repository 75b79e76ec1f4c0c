import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser'
import { ClientError } from './client-error.ts'
import type { PasskeyCalls } from './passkey-calls.ts'

type Answer = Awaited<ReturnType<PasskeyCalls['completePasskeyAuthentication']>>
type Started = Awaited<ReturnType<PasskeyCalls['startPasskeyRegistration']>>

/** A browser that signed in. */
export type PasskeySession = Extract<Answer, { account: unknown }>

/** How long a form may offer passkeys before it needs a new challenge, which is good for five minutes. */
export const AUTOFILL_MS = 4 * 60_000

/** Whether passkeys work here: the browser knows them, and the shop has a name, for they are bound to it. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && window.isSecureContext && !isNumeric(window.location.hostname)
}

/** Whether the browser offers passkeys among the suggestions of a field with `autocomplete="username webauthn"`. */
export async function canAutofillPasskeys(): Promise<boolean> {
  return canUsePasskeys() && (await browserSupportsWebAuthnAutofill())
}

/** Signs in: by a dialog of the browser, or with `autofill` once one is chosen among a field's suggestions. */
export async function signInByPasskey(
  calls: PasskeyCalls,
  audience: 'shop' | 'staff',
  { autofill = false } = {},
): Promise<PasskeySession> {
  const options = await calls.startPasskeyAuthentication({ audience })
  const credential = await startAuthentication({ optionsJSON: options, useBrowserAutofill: autofill })
  return sessionOf(await calls.completePasskeyAuthentication({ credential: plain(credential) }))
}

/** Finishes a sign-in that waits for its second factor. */
export async function finishSignInByPasskey(calls: PasskeyCalls, mfa_token: string): Promise<PasskeySession> {
  const options = await calls.startPasskeyAuthentication({ mfa_token })
  const credential = await startAuthentication({ optionsJSON: options })
  return sessionOf(await calls.completePasskeyAuthentication({ credential: plain(credential), mfa_token }))
}

/** Proves again who is signed in. */
export async function stepUpByPasskey(calls: PasskeyCalls): Promise<void> {
  const options = await calls.startPasskeyAuthentication({ purpose: 'step_up' })
  const credential = await startAuthentication({ optionsJSON: options })
  await calls.completePasskeyAuthentication({ credential: plain(credential) })
}

/** Makes a passkey with options that were asked for before, and has it kept. */
export async function makePasskey(calls: PasskeyCalls, options: Started) {
  const credential = await startRegistration({ optionsJSON: options })
  return calls.completePasskeyRegistration({ credential: plain(credential) })
}

/** Asks for options, makes a passkey and has it kept. */
export async function addPasskey(calls: PasskeyCalls) {
  return makePasskey(calls, await calls.startPasskeyRegistration({}))
}

/** Ends the question that a browser may be showing. */
export function stopPasskeys(): void {
  WebAuthnAbortService.cancelCeremony()
}

/**
 * What to say about a passkey that came to nothing. `quiet`: somebody closed the browser's dialog, or another question
 * took its place. `known`: this device has one already. `unsuited`: the device cannot make or prove one that counts
 * here. `api`: the server refused, and the error says why.
 */
export function passkeyTrouble(error: unknown): 'quiet' | 'known' | 'unsuited' | 'api' {
  if (error instanceof ClientError) return 'api'
  if (error instanceof WebAuthnError) {
    if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known'
    if (error.code === 'ERROR_CEREMONY_ABORTED') return 'quiet'
  }
  const { name } = error as { name?: string }
  return name === 'NotAllowedError' || name === 'AbortError' ? 'quiet' : 'unsuited'
}

function sessionOf(answer: Answer): PasskeySession {
  if ('account' in answer) return answer
  throw new ClientError({ code: 'UNAVAILABLE', status: 503, message: 'The answer was of another kind.' })
}

// Nobody reads what extensions said.
function plain<C extends { readonly clientExtensionResults: object }>(credential: C) {
  return { ...credential, clientExtensionResults: {} as Record<string, unknown> }
}

function isNumeric(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.startsWith('[')
}
