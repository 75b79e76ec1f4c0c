import type * as oidc from 'openid-client'
import type { Settings } from '@rampart/platform/config/settings.ts'
import { after } from '../domain/lifetimes.ts'
import { discover } from './discover.ts'

const KEEP_MS = 60 * 60_000

/** A provider that was set up. */
export type Provider = {
  readonly id: string
  readonly label: string
  readonly issuer: string
  /** Where the provider sends browsers back to. No two providers share one, so none can play another (RFC 9700 §4.4). */
  readonly redirectUri: string
  /** What it says about itself, read when it is needed first and kept for an hour. @throws when it cannot be reached */
  configuration(now: Date): Promise<oidc.Configuration>
}

/** The providers of this shop, by their ids and in the order of their buttons. */
export function providersOf({
  sign_in_providers,
  public_url,
}: Pick<Settings, 'sign_in_providers' | 'public_url'>): ReadonlyMap<string, Provider> {
  return new Map(
    sign_in_providers.map((settings) => {
      const { id, label, issuer } = settings
      const redirectUri = `${public_url}/api/v1/auth/oidc/${id}/callback`
      return [id, { id, label, issuer, redirectUri, configuration: kept(() => discover(settings)) }]
    }),
  )
}

/** Asks once for whoever waits, and again after an hour. What failed is not kept. */
function kept<T>(ask: () => Promise<T>): (now: Date) => Promise<T> {
  let present: { readonly answer: Promise<T>; readonly until: Date } | null = null
  return async (now) => {
    if (present === null || present.until < now) {
      present = { answer: ask(), until: after(now, KEEP_MS) }
    }
    const asked = present
    try {
      return await asked.answer
    } catch (error) {
      if (present === asked) present = null
      throw error
    }
  }
}
