import { identityModule } from '@rampart/identity'
import { testModule } from '@rampart/platform/testing/module-harness.ts'

// Each account meets 40 wrong passwords or so: a hundred would disable one, which is another path.
const ACCOUNTS = 50
const PASSWORD = 'correct horse battery staple'
const A_DAY = 86_401

/** The identity module in this process, with accounts and a clock that lets every wait pass. */
export async function timingScene() {
  let now = new Date('2026-01-15T12:00:00.000Z')
  let calls = 0
  const h = await testModule(identityModule, { clock: () => now })
  const ids: string[] = []
  for (let number = 0; number < ACCOUNTS; number += 1) {
    const account = {
      email: knownEmail(number),
      full_name: 'Ada Marlow',
      role: 'customer',
      password: PASSWORD,
    }
    const { id }: { id: string } = await h.call('createAccount', account, { caller: 'cli' })
    ids.push(id)
  }
  return {
    h,
    /** A stranger's call, each from a network of its own. Answers the code of a refusal, or null. */
    knock: async (operation: string, input: object): Promise<string | null> => {
      calls += 1
      const ip = `11.${String((calls >> 16) & 255)}.${String((calls >> 8) & 255)}.${String(calls & 255)}`
      const call = h.call(operation, input, {
        ip,
        user_agent: 'Mozilla/5.0 Firefox/128.0',
      }) as Promise<unknown>
      return call.then(
        () => null,
        (error: { code: string }) => error.code,
      )
    },
    /** Lets a day pass, after which no try before it counts. */
    nextDay: () => void (now = new Date(now.getTime() + A_DAY * 1_000)),
    accountId: (round: number): string => ids[round % ACCOUNTS] ?? '',
  }
}

/** The address of an account, in turn. */
export function knownEmail(round: number): string {
  return `known${String(round % ACCOUNTS)}@example.com`
}

/** An address that nobody has, as long as the known ones. */
export function unknownEmail(round: number): string {
  return `ghost${String(round % ACCOUNTS)}@example.com`
}
