import { isFresh } from '@rampart/platform/contract/authorize.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, USERNAME_HOLD_MS, USERNAME_REST_MS } from '../domain/lifetimes.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import { signedIn } from '../signed-in.ts'
import { type AccountRow, holdAccount } from '../store/accounts.ts'
import { type ProfileChange, writeProfile } from '../store/profiles.ts'
import { holdUsername, keepUsername, restUsername } from '../store/usernames.ts'
import { meView } from './account-view.ts'

type UpdateContext = HandlerContext<'IDENTITY_USERNAME_TAKEN'>

/** Changes the profile of whoever is signed in; what is not given stays. */
export const updateMe =
  (deps: IdentityDeps): Handler<Identity, 'updateMe'> =>
  async (input, context) => {
    const { id } = signedIn(context)
    const account = await deps.db.tx(async (tx) => {
      const before = await holdAccount(tx, id)
      if (before === null) throw context.fail('UNAUTHENTICATED')
      const change = { ...before, ...given(input) }
      assertFreshEnough(before, change, context)
      await moveUsername(deps, tx, before, change.username, context)
      const written = await writeProfile(tx, id, change, context.now())
      if (change.username !== null) await keepUsername(tx, id)
      await announceSessionsChanged(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'user_updated',
        subject_type: 'account',
        subject_id: id,
        ...changedFields(before, change),
      })
      return written
    })
    return meView(account, context.principal)
  }

function given(input: { readonly [K in keyof ProfileChange]?: ProfileChange[K] | undefined }) {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<ProfileChange>
}

/** What a reset of the password asks for must not be changed by whoever finds a browser open. */
function assertFreshEnough(before: AccountRow, change: ProfileChange, context: UpdateContext): void {
  const isGuarded =
    (before.date_of_birth !== null && change.date_of_birth !== before.date_of_birth) ||
    change.birth_date_check !== before.birth_date_check
  if (isGuarded && !isFresh(context.principal, context.now().getTime()))
    throw context.fail('STEP_UP_REQUIRED')
}

/** Takes the new name and lets the old one rest, so that nobody passes for its owner at once. */
async function moveUsername(
  deps: IdentityDeps,
  tx: Tx,
  { email, username: old }: AccountRow,
  username: string | null,
  context: UpdateContext,
): Promise<void> {
  if (old?.toLowerCase() === username?.toLowerCase()) return
  const now = context.now()
  if (username !== null) {
    const held = await holdUsername(tx, username, deps.holderOf(email), after(now, USERNAME_HOLD_MS), now)
    if (!held) throw context.fail('IDENTITY_USERNAME_TAKEN')
  }
  if (old !== null) await restUsername(tx, old, after(now, USERNAME_REST_MS))
}

const readable = ['language', 'birth_date_check'] as const
const personal = ['full_name', 'username', 'date_of_birth'] as const

/** The fields that differ, for the audit log, which outlives the account: of what tells who it was, only that it changed. */
function changedFields(before: ProfileChange, after: ProfileChange) {
  const names = readable.filter((name) => before[name] !== after[name])
  const pick = (of: ProfileChange) => Object.fromEntries(names.map((name) => [name, of[name]]))
  const hidden = personal.filter((name) => before[name] !== after[name]).map((name) => [name, 'changed'])
  return { before: pick(before), after: { ...pick(after), ...(Object.fromEntries(hidden) as object) } }
}
