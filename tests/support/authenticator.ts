import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'

const PERIOD_MS = 30_000
const LAST_MS = 10_000
const spent = new Map<string, number>()

/**
 * The next code of an authenticator app that was not used yet: a step before the present one and one after it count
 * too, and each step works once. Waits when all of them are spent. The step before is left out when it is about to end.
 */
export async function nextCode(secret: string): Promise<string> {
  for (;;) {
    const now = Date.now()
    const present = Math.floor(now / PERIOD_MS)
    const oldest = PERIOD_MS - (now % PERIOD_MS) > LAST_MS ? present - 1 : present
    const step = Math.max(oldest, lastSpent(secret) + 1)
    if (step <= present + 1) {
      spend(secret, step)
      return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * PERIOD_MS })
    }
    await sleep(500)
  }
}

// Test files run in processes of their own, one after the other, and share the accounts of one demo.
function sharedFile(secret: string): string | undefined {
  const directory = process.env.RAMPART_SPENT_CODES
  return directory && join(directory, createHash('sha256').update(secret).digest('hex'))
}

function lastSpent(secret: string): number {
  const file = sharedFile(secret)
  if (!file) return spent.get(secret) ?? 0
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function spend(secret: string, step: number): void {
  const file = sharedFile(secret)
  if (!file) return void spent.set(secret, step)
  writeFileSync(file, String(step))
}
