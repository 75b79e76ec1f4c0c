import { newId } from '@rampart/platform/crypto/ids.ts'
import type { CustomerPrincipal, StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { type CallOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { customersModule } from '../module.ts'

export const HOME = {
  full_name: 'Ada Lovelace',
  street: '12 St James Square',
  city: 'London',
  postal_code: 'SW1Y 4JH',
  country: 'GB',
}

export const EMAIL = 'ada@example.com'

/** Which modules were called, in order, and what they answer. */
type Neighbours = { calls: string[]; under_way: number; gone: boolean; fails: string | null; picture: Buffer }

export function staff(): StaffPrincipal {
  return { kind: 'staff', id: newId(), session_id: newId(), role: 'super_admin', permissions: ['*:*'] }
}

/** The module with a clock of its own, and the modules it calls played. */
export async function privacyScene() {
  let now = new Date('2026-03-02T09:00:00.000Z')
  const neighbours: Neighbours = {
    calls: [],
    under_way: 0,
    gone: false,
    fails: null,
    picture: Buffer.from('a picture'),
  }
  const note = (name: string) => {
    neighbours.calls.push(name)
    if (neighbours.fails === name) throw new Error(`${name} is down`)
  }
  const holder = (name: string) => ({
    exportPersonalData: async () => {
      note(`${name}.export`)
      return { sections: [{ name, data: [{ from: name }] }] }
    },
    erasePersonalData: async () => {
      note(`${name}.erase`)
      if (name === 'identity') neighbours.gone = true
      return null
    },
  })
  const h = await testModule(customersModule, {
    clock: () => now,
    stubs: {
      identity: {
        ...holder('identity'),
        getContacts: async ({ account_ids }: { account_ids: string[] }) => ({
          contacts: neighbours.gone
            ? []
            : account_ids.map((account_id) => ({
                account_id,
                email: EMAIL,
                full_name: HOME.full_name,
                language: 'de',
                audience: 'shop',
              })),
        }),
      },
      orders: {
        ...holder('orders'),
        countOrdersUnderWay: async () => ({ under_way: neighbours.under_way }),
      },
      cart: holder('cart'),
      oauth: holder('oauth'),
      pricing: holder('pricing'),
      recommendations: holder('recommendations'),
      reviews: holder('reviews'),
      media: {
        exportPersonalData: async () => ({
          sections: [],
          files: [{ name: 'avatar.webp', bytes: new Uint8Array(neighbours.picture) }],
        }),
        erasePersonalData: holder('media').erasePersonalData,
      },
      audit: { exportPersonalData: holder('audit').exportPersonalData },
      notifications: {
        ...holder('notifications'),
        sendFarewell: async (input: { email: string; language: string }) => {
          note(`farewell to ${input.email} in ${input.language}`)
          return null
        },
      },
    },
  })
  return {
    h,
    neighbours,
    now: () => now,
    advance: (hours: number) => void (now = new Date(now.getTime() + hours * 3_600_000)),
    /** A customer who has just signed in. */
    shopper: () => {
      const id = newId()
      const principal = (): CustomerPrincipal => ({
        kind: 'customer',
        id,
        session_id: newId(),
        guest_token: null,
        authenticated_at: now.getTime(),
      })
      const call = <T = Record<string, unknown>>(
        operation: string,
        input: object = {},
        as: CallOptions = {},
      ): Promise<T> => h.call(operation, input, { principal: principal(), ...as })
      return { id, principal, call }
    },
    /** Runs what is queued and due, as often as something new is. */
    work: async () => {
      const waiting: { runAt: Date | null; name: string; payload: unknown }[] = []
      for (let jobs = h.takeJobs(); jobs.length > 0; jobs = h.takeJobs()) {
        for (const job of jobs) {
          if (job.runAt !== null && job.runAt > now) waiting.push(job)
          else await h.runJob(job.name, job.payload)
        }
      }
      return waiting
    },
    news: async () => (await h.events()).filter(({ type }) => type !== 'audit.entry-recorded.v1'),
    actions: async () =>
      (await h.events())
        .filter(({ type }) => type === 'audit.entry-recorded.v1')
        .map(({ payload }) => (payload as { action: string }).action),
    close: () => h.close(),
  }
}
