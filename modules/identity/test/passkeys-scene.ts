import type { Principal } from '@rampart/platform/contract/principal.ts'
import { expect } from 'vitest'
import { EMAIL, identityScene, standingOf } from './scene.ts'
import { type CreationOptions, type RequestOptions, softwareAuthenticator } from './software-authenticator.ts'

type Authenticator = ReturnType<typeof softwareAuthenticator>
type As = { readonly principal?: Principal; readonly device_token?: string }
type Lies = Parameters<Authenticator['prove']>[1]

/** A person with a session, and the steps of making and proving passkeys. */
export async function passkeyScene() {
  const scene = await identityScene()
  const { h } = scene

  const principalBy = async (secret: string, scheme = 'bearer'): Promise<Principal> => {
    const who = (await scene.authenticate(secret, scheme)) as
      ({ authenticated_at: string | null } & Record<string, unknown>) | null
    if (who === null) throw new Error('The session is not good.')
    const { authenticated_at, ...rest } = who
    return {
      ...rest,
      guest_token: null,
      ...(rest.kind === 'staff' ? standingOf(rest as Parameters<typeof standingOf>[0]) : {}),
      ...(authenticated_at === null ? {} : { authenticated_at: Date.parse(authenticated_at) }),
    } as unknown as Principal
  }

  const startRegistration = (principal: Principal): Promise<CreationOptions> =>
    h.call('startPasskeyRegistration', {}, { principal })

  const completeRegistration = (
    credential: ReturnType<Authenticator['register']>,
    principal: Principal,
    extra: object = {},
  ): Promise<{ id: string; name: string; backed_up: boolean }> =>
    h.call('completePasskeyRegistration', { credential, ...extra }, { principal })

  const start = (input: object = {}, as: As = {}): Promise<RequestOptions> =>
    h.call('startPasskeyAuthentication', input, as)

  return {
    ...scene,
    principalBy,
    startRegistration,
    completeRegistration,
    start,
    complete: (credential: object, input: object = {}, as: As = {}): Promise<Record<string, unknown>> =>
      h.call('completePasskeyAuthentication', { credential, ...input }, as),
    /** A customer who signed in by password. */
    customer: async (email = EMAIL): Promise<Principal> => {
      await scene.account(email)
      return principalBy((await scene.login(email)).access_token)
    },
    /** Staff who signed in by password and have no second factor yet. */
    newStaff: async (email = 'olga@example.com'): Promise<Principal> => {
      await scene.staff(email)
      return principalBy((await scene.login(email, undefined, 'loginStaff')).access_token)
    },
    addPasskey: async (principal: Principal, authenticator = softwareAuthenticator()) => {
      const credential = authenticator.register(await startRegistration(principal))
      const passkey = await completeRegistration(credential, principal)
      return { authenticator, passkey }
    },
    /** Signs in by passkey, lying as told. */
    signIn: async (authenticator: Authenticator, lies: Lies = {}, input: object = {}) =>
      h.call('completePasskeyAuthentication', {
        credential: authenticator.prove(await start({ scheme: 'program', ...input }), lies),
      }) as Promise<{ access_token: string }>,
    entries: async () =>
      (await h.events())
        .filter((event) => event.type === 'audit.entry-recorded.v1')
        .map((event) => event.payload as { action: string; after: Record<string, unknown> | null }),
  }
}

/** Expects a call to be refused with this code. */
export async function refusedWith(call: Promise<unknown>, code: string): Promise<void> {
  await expect(call).rejects.toMatchObject({ code })
}
