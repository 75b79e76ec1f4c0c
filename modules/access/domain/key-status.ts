export type KeyStatus = 'active' | 'rotating' | 'expired' | 'revoked'

type Life = {
  readonly revoked_at: string | null
  readonly replaced_at: string | null
  readonly expires_at: string
}

/** How a key stands. One that was replaced works on until it expires. */
export function keyStatus({ revoked_at, replaced_at, expires_at }: Life, now: Date): KeyStatus {
  if (revoked_at !== null) return 'revoked'
  if (Date.parse(expires_at) <= now.getTime()) return 'expired'
  return replaced_at === null ? 'active' : 'rotating'
}

/** Whether a key opens anything. */
export function isWorking(life: Life, now: Date): boolean {
  const status = keyStatus(life, now)
  return status === 'active' || status === 'rotating'
}
