import { access } from '@rampart/contracts/access.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { catalog } from '@rampart/contracts/catalog.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { accessModule } from '../module.ts'

export type Role = {
  id: string
  name: string
  priority: number
  permissions: string[]
  version: number
  built_in: boolean
}

type Standing = { priority: number; roles: string[]; gives: string[]; permissions: string[] }

type Told = { readonly account_id: string; readonly priority: number }

/** The module with a clock that tests move, and accounts whose roles identity would know. */
export async function accessScene() {
  let now = new Date('2026-01-15T12:00:00.000Z')
  const accounts = new Map<string, string>()
  const heights = new Map<string, number>()
  const told: { items: Told[]; at_least: boolean }[] = []
  const h = await testModule(accessModule, {
    clock: () => now,
    contracts: [access, audit, catalog, identity, orders, payments],
    stubs: {
      identity: {
        getBaseRoles: ({ account_ids }: { account_ids: string[] }) =>
          Promise.resolve({
            items: account_ids.flatMap((account_id) => {
              const role = accounts.get(account_id)
              return role === undefined ? [] : [{ account_id, role, locked: false }]
            }),
          }),
        findStaff: ({ account_ids = [] }: { account_ids?: string[] }) =>
          Promise.resolve({
            items: account_ids.flatMap((account_id) => {
              const role = accounts.get(account_id) ?? 'customer'
              return role === 'customer' ? [] : [{ account_id, role }]
            }),
          }),
        setExtraPriority: (input: { items: Told[]; at_least: boolean }) => {
          told.push(input)
          for (const { account_id, priority } of input.items) {
            const known = input.at_least ? (heights.get(account_id) ?? 0) : 0
            heights.set(account_id, Math.max(known, priority))
          }
          return Promise.resolve(null)
        },
      },
    },
  })
  const scene = {
    h,
    told,
    heightOf: (id: string) => heights.get(id) ?? 0,
    advance: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1_000)),
    /** Somebody with this role who may do what it says and has just proven who they are. */
    member: async (role: string): Promise<StaffPrincipal> => {
      const id = newId()
      accounts.set(id, role)
      return scene.again({ kind: 'staff', id, session_id: newId(), role, permissions: [] })
    },
    /** Gives their account another role, as identity would. */
    become: ({ id }: StaffPrincipal, role: string) => {
      accounts.set(id, role)
      return h.deliver('identity.role-changed.v1', { account_id: id, role }, newId())
    },
    /** The same person at their next request. */
    again: async (principal: StaffPrincipal): Promise<StaffPrincipal> => ({
      ...principal,
      ...(await scene.standing(principal)),
      authenticated_at: now.getTime(),
    }),
    standing: ({ id, role }: { id: string; role: string }): Promise<Standing> =>
      h.call('standingOf', { account_id: id, role }, { caller: 'server' }),
    role: async (name: string): Promise<Role> => {
      const { items }: { items: Role[] } = await h.call(
        'listRoles',
        {},
        { principal: await scene.member('admin') },
      )
      const found = items.find((role) => role.name === name)
      if (found === undefined) throw new Error(`There is no role ${name}.`)
      return found
    },
    create: (
      principal: StaffPrincipal,
      name: string,
      priority: number,
      ...permissions: string[]
    ): Promise<Role> => h.call('createRole', { name, title: name, priority, permissions }, { principal }),
    grant: (principal: StaffPrincipal, user_id: string, role: string, extra: object = {}): Promise<object> =>
      h.call('grantRole', { user_id, role, ...extra }, { principal }),
    revoke: (principal: StaffPrincipal, user_id: string, role: string): Promise<object> =>
      h.call('revokeRole', { user_id, role }, { principal }),
    changes: async () =>
      (await h.events())
        .filter((event) => event.type === 'audit.entry-recorded.v1')
        .map(
          (event) =>
            event.payload as { action: string; subject_type: string; before: unknown; after: unknown },
        ),
  }
  return scene
}
