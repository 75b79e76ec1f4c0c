import { testModule, type HarnessOptions } from '@rampart/platform/testing/module-harness.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { priorities, type RoleName } from '../domain/roles.ts'
import { identityModule } from '../module.ts'

export const PASSWORD = 'correct horse battery staple'
export const EMAIL = 'ada@example.com'

type Harness = Awaited<ReturnType<typeof testModule>>
type Pair = { access_token: string; refresh_token: string; token_type: string; expires_in: number }

/** The module with a clock that tests move, and the few steps that most tests begin with. */
export async function identityScene(options: HarnessOptions = {}) {
  let now = new Date('2026-01-15T12:00:00.000Z')
  const h = await testModule(identityModule, { clock: () => now, ...options })
  return {
    h,
    advance: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1_000)),
    register: (email = EMAIL, extra: object = {}) =>
      h.call('register', { email, password: PASSWORD, full_name: 'Ada Lovelace', ...extra }),
    verify: (email = EMAIL) => verify(h, email),
    account: async (email = EMAIL) => {
      await h.call('register', { email, password: PASSWORD, full_name: 'Ada Lovelace' })
      await verify(h, email)
    },
    staff: async (email = 'olga@example.com', role = 'super_admin') =>
      h.call(
        'createAccount',
        { email, full_name: 'Olga Owner', role, password: PASSWORD },
        { caller: 'cli' },
      ),
    login: (email = EMAIL, password = PASSWORD, operation = 'login'): Promise<Pair> =>
      h.call(operation, { email, password }),
    authenticate: (secret: string, scheme = 'bearer', audience = 'any'): Promise<Who | null> =>
      h.call('authenticate', { scheme, secret, audience }, { caller: 'server' }),
    tokenFor: (email = EMAIL) => tokenFor(h, email),
    audited: async () =>
      (await h.events())
        .filter((event) => event.type === 'audit.entry-recorded.v1')
        .map((event) => (event.payload as { action: string }).action),
  }
}

type Who = {
  kind: 'customer' | 'staff'
  id: string
  session_id: string
  role: RoleName
  second_factor: boolean
  factors: string[]
  device_known: boolean
  risk: string
}

/** What the edge adds, as access would answer it: here staff hold all that there is of accounts. */
export function standingOf({ role, second_factor }: Pick<Who, 'role' | 'second_factor'>) {
  if (!second_factor) return { priority: 0, gives: [], permissions: ['identity:enrol'] }
  const owner = role === 'super_admin'
  const roles = Object.entries(priorities)
  return {
    priority: priorities[role],
    gives: roles.filter(([, height]) => owner || height < priorities[role]).map(([name]) => name),
    permissions: owner ? ['*:*'] : ['identity:*'],
  }
}

/** The principal that the edge makes of an answer of `authenticate`. */
export function principalOf(who: Who | null): Principal {
  if (who === null) return { kind: 'guest', guest_token: null }
  const { id, session_id, role } = who
  return who.kind === 'customer'
    ? { kind: 'customer', id, session_id, guest_token: null }
    : { kind: 'staff', id, session_id, role, ...standingOf(who) }
}

async function tokenFor(h: Harness, email: string): Promise<string> {
  const { rows } = await h.db.pool.query<{ id: string }>(
    'SELECT id FROM identity.sign_ups WHERE email = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [email],
  )
  const account_id = rows[0]?.id
  const { token }: { token: string } = await h.call(
    'issueVerificationToken',
    { account_id },
    { caller: 'notifications' },
  )
  return token
}

async function verify(h: Harness, email: string): Promise<void> {
  await h.call('verifyEmail', { token: await tokenFor(h, email) })
}
