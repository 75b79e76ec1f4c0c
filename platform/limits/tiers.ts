import type { LimitTier } from '../contract/define-contract.ts'

/**
 * One limit of a tier. `network`: everybody behind one IPv4 address or IPv6 /64 together; `caller`: one guest, account or
 * API key. Counted for all operations of the tier together unless `each` is set.
 */
export type Rule = {
  readonly by: 'network' | 'caller'
  readonly max: number
  readonly seconds: number
  readonly each?: 'operation'
  /** `exact`: the shared store is asked for each call; else this process counts ahead, see `near-counter.ts`. */
  readonly exact?: true
}

/** Tiers of operations, and those of the server's own: pages, apps' sign-in, and what guests leave behind. */
export type Tier = LimitTier | 'api-key' | 'page' | 'app' | 'guest-carts' | 'guest-keys' | 'guest-orders'

const MINUTE = 60
const HOUR = 3_600

/**
 * How many of each are taken, for a shop whose visitors may sit behind the one address of an office or a mobile network.
 * RATE_LIMIT_FACTOR multiplies all of them.
 */
export const tiers: Readonly<Record<Tier, readonly Rule[]>> = {
  reading: [
    { by: 'network', max: 6_000, seconds: MINUTE },
    { by: 'caller', max: 1_200, seconds: MINUTE },
  ],
  // A page shows dozens, and browsers keep each for a year.
  pictures: [{ by: 'network', max: 30_000, seconds: MINUTE }],
  page: [{ by: 'network', max: 3_000, seconds: MINUTE }],
  writing: [
    { by: 'network', max: 1_200, seconds: MINUTE },
    { by: 'caller', max: 240, seconds: MINUTE },
  ],
  // Each is scanned, decoded and written anew.
  uploads: [
    { by: 'network', max: 300, seconds: MINUTE },
    { by: 'caller', max: 30, seconds: MINUTE },
  ],
  // Beside what identity counts of wrong tries: this also bounds the work that right ones make.
  'sign-in': [
    { by: 'network', max: 120, seconds: MINUTE, each: 'operation', exact: true },
    { by: 'network', max: 2_000, seconds: HOUR },
  ],
  recovery: [{ by: 'network', max: 60, seconds: 10 * MINUTE, each: 'operation', exact: true }],
  ordering: [
    { by: 'network', max: 120, seconds: MINUTE, each: 'operation', exact: true },
    { by: 'caller', max: 30, seconds: MINUTE, each: 'operation', exact: true },
  ],
  staff: [
    { by: 'network', max: 12_000, seconds: MINUTE },
    { by: 'caller', max: 1_200, seconds: MINUTE },
  ],
  'api-key': [{ by: 'caller', max: 600, seconds: MINUTE }],
  export: [
    { by: 'network', max: 60, seconds: HOUR, each: 'operation', exact: true },
    { by: 'caller', max: 20, seconds: HOUR, each: 'operation', exact: true },
  ],
  webhook: [{ by: 'network', max: 6_000, seconds: MINUTE }],
  app: [{ by: 'network', max: 600, seconds: MINUTE }],
  // What guests leave behind in the database: each bounds how much one network can pile up until it is cleared away.
  'guest-carts': [{ by: 'network', max: 600, seconds: HOUR, exact: true }],
  'guest-keys': [{ by: 'network', max: 6_000, seconds: HOUR }],
  // An unpaid order lets go of its goods after 30 minutes, so this also bounds the unpaid ones of a network.
  'guest-orders': [{ by: 'network', max: 200, seconds: HOUR, exact: true }],
}
