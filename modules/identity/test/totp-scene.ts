import { Secret, TOTP } from 'otpauth'
import { type HarnessOptions } from '@rampart/platform/testing/module-harness.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import type { RoleName } from '../domain/roles.ts'
import { EMAIL, identityScene, PASSWORD, standingOf } from './scene.ts'

/** The code that an authenticator app with this secret shows at a moment. */
export function codeAt(secret: string, moment: Date): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: moment.getTime() })
}

/** Six digits that are none of the codes around a moment. */
export function wrongCode(secret: string, moment: Date): string {
  const good = [-60, -30, 0, 30, 60].map((seconds) => codeAt(secret, after(moment, seconds)))
  let code = 0
  while (good.includes(String(code).padStart(6, '0'))) code += 1
  return String(code).padStart(6, '0')
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1_000)
}

type Mfa = { mfa_required: true; mfa_token: string; methods: string[]; expires_in: number }
type Session = { session_token: string; account: { enrolment_required: boolean } }
type Pair = { access_token: string; refresh_token: string }

/** The scene of identity's tests with the steps of a second factor. */
export async function totpScene(options: HarnessOptions = {}) {
  let now = new Date('2026-01-15T12:00:00.000Z')
  const scene = await identityScene({ ...options, clock: () => now })
  const { h } = scene

  async function who(secret: string, scheme = 'bearer'): Promise<Principal> {
    const found = (await scene.authenticate(secret, scheme)) as unknown as {
      kind: 'customer' | 'staff'
      id: string
      session_id: string
      role: RoleName
      second_factor: boolean
      authenticated_at: string | null
    } | null
    if (found === null) return { kind: 'guest', guest_token: null }
    const { id, session_id, role, authenticated_at: at } = found
    const proof = at === null ? {} : { authenticated_at: Date.parse(at) }
    return found.kind === 'customer'
      ? { kind: 'customer', id, session_id, guest_token: null, ...proof }
      : { kind: 'staff', id, session_id, role, ...standingOf(found), ...proof }
  }

  const signIn = (email = EMAIL, operation = 'login', as = {}): Promise<Pair & Mfa & Session> =>
    h.call(operation, { email, password: PASSWORD }, as)

  return {
    ...scene,
    advance: (seconds: number) => void (now = after(now, seconds)),
    now: () => now,
    who,
    signIn,
    verify: (input: object, as = {}): Promise<Pair & Session> => h.call('verifyMfa', input, as),
    /** A principal that signed in by password alone. */
    byPassword: async (email = EMAIL) => who((await signIn(email)).access_token),
    /** A principal that signed in by password and a code of this moment. */
    byFactor: async (secret: string, email = EMAIL, operation = 'login') => {
      const { mfa_token } = await signIn(email, operation)
      const pair: Pair = await h.call('verifyMfa', { mfa_token, code: codeAt(secret, now) })
      return who(pair.access_token)
    },
    /** The id of an account. */
    idOf: async (email = EMAIL): Promise<string> => {
      const { rows } = await h.db.pool.query<{ id: string }>(
        'SELECT id FROM identity.accounts WHERE email = $1',
        [email],
      )
      return rows[0]?.id ?? ''
    },
    /** Sets an app up in the session of this principal, the way people do. */
    setUp: async (principal: Principal): Promise<{ secret: string; backup_codes: string[] }> => {
      const { secret }: { secret: string } = await h.call('setUpTotp', {}, { principal })
      const done: { backup_codes: string[] } = await h.call(
        'confirmTotp',
        { code: codeAt(secret, now) },
        { principal },
      )
      return { secret, ...done }
    },
    enrol: (account_id: string): Promise<{ secret: string; backup_codes: string[] }> =>
      h.call('enrolTotp', { account_id }, { caller: 'cli' }),
    events: async (type: string) =>
      (await h.events()).filter((event) => event.type === type).map(({ payload }) => payload as object),
    entries: async (action: string) =>
      (await h.events())
        .filter((event) => event.type === 'audit.entry-recorded.v1')
        .map(({ payload }) => payload as { action: string; after: Record<string, unknown> })
        .filter((entry) => entry.action === action),
  }
}
