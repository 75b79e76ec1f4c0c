import { setTimeout as sleep } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'

const PERIOD_MS = 30_000
const spent = new Map<string, number>()

/**
 * The next code of an authenticator app that was not used yet: a step before the present one and one after it count
 * too, and each step works once. Waits when all of them are spent.
 */
export async function nextCode(secret: string): Promise<string> {
  for (;;) {
    const present = Math.floor(Date.now() / PERIOD_MS)
    const step = Math.max(present - 1, (spent.get(secret) ?? 0) + 1)
    if (step <= present + 1) {
      spent.set(secret, step)
      return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * PERIOD_MS })
    }
    await sleep(500)
  }
}
