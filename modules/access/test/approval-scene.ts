import { access } from '@rampart/contracts/access.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { accessModule } from '../module.ts'

/** What everybody with a role that refunds holds, as far as these tests ask for it. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  super_admin: ['*:*'],
  manager: ['identity:self', 'orders:*', 'payments:refund', 'access:read', 'access:keys'],
  admin: ['identity:*', 'access:*', 'orders:*', 'payments:*'],
  staff: ['identity:self', 'orders:read'],
}

export const ORDER_ID = '01890000-0000-7000-8000-000000000001'

/** A refund as it is proposed and called. */
export const REFUND = { order_id: ORDER_ID, amount: '600.00', reason: 'Broken' }

export type Approval = {
  readonly id: string
  readonly status: string
  readonly may_decide: boolean
  readonly input: unknown
  readonly whole: boolean
  readonly expires_at: string
  readonly decided_by: string | null
}

/** The module with people of its own to ask identity about. */
export async function accessScene() {
  const people = new Map<string, string>()
  let now = new Date('2026-01-15T12:00:00.000Z')
  const h = await testModule(accessModule, {
    clock: () => now,
    contracts: [access, identity, orders, payments],
    stubs: {
      identity: {
        findStaff: async ({ account_ids }: { account_ids?: string[] }) => ({
          items: [...people].flatMap(([account_id, role]) =>
            account_ids === undefined || account_ids.includes(account_id) ? [{ account_id, role }] : [],
          ),
        }),
      },
    },
  })
  /** Somebody of the staff who has just proven who they are. */
  const member = (role: string): StaffPrincipal => {
    const id = newId()
    people.set(id, role)
    return {
      kind: 'staff',
      id,
      session_id: newId(),
      role,
      permissions: PERMISSIONS[role] ?? [],
      authenticated_at: now.getTime(),
    }
  }
  const by = (principal: StaffPrincipal) => ({ principal: { ...principal, authenticated_at: now.getTime() } })
  const propose = (who: StaffPrincipal, input: object = REFUND, operation = 'payments.refundOrder') =>
    h.call('proposeApproval', { operation, input, reason: 'Because.' }, by(who)) as Promise<Approval>
  const useOf = async (
    ...[who, id, input = REFUND, operation = 'payments.refundOrder']: UseArguments
  ): Promise<string | null> => {
    const parsed = operation === 'payments.refundOrder' ? parsedRefund(input) : input
    const call = { approval_id: id, operation, input: parsed, principal_id: who.id }
    const answer: { use_id: string | null } = await h.call('useApproval', call, {
      ...by(who),
      caller: 'server',
    })
    return answer.use_id
  }
  return {
    h,
    member,
    by,
    propose,
    /** Gives somebody another role, or none: locked, or gone. */
    become: (who: StaffPrincipal, role: string | null): void => {
      if (role === null) people.delete(who.id)
      else people.set(who.id, role)
    },
    advance: (ms: number) => void (now = new Date(now.getTime() + ms)),
    approve: (who: StaffPrincipal, id: string) =>
      h.call('approveApproval', { approval_id: id }, by(who)) as Promise<Approval>,
    /** Whether an approval is accepted for a call; the input as the dispatcher has parsed it. */
    use: async (...call: UseArguments): Promise<boolean> => (await useOf(...call)) !== null,
    useOf,
    /** Says that the call of a use came to nothing. */
    giveBack: (who: StaffPrincipal, approval_id: string, use_id: string) =>
      h.call('returnApproval', { approval_id, use_id }, { ...by(who), caller: 'server' }),
    audited: async () => {
      const events = await h.events()
      return events
        .filter(({ type }) => type === 'audit.entry-recorded.v1')
        .map(
          ({ payload }) => payload as { action: string; subject_id: string; actor_id: string; after: object },
        )
    },
  }
}

type UseArguments = [who: StaffPrincipal, id: string, input?: object, operation?: string]

function parsedRefund(input: object): unknown {
  return payments.operations.refundOrder.input.parse(input)
}

export const HOUR_MS = 3_600_000
