/** Who asks, as policies tell them apart. */
export type PrincipalType = 'Guest' | 'Customer' | 'Staff'

export const PRINCIPAL_TYPES: readonly PrincipalType[] = ['Guest', 'Customer', 'Staff']

/** What a decision is made on. */
export type Facts = {
  readonly principal: PrincipalType
  /** Null for guests. */
  readonly id: string | null
  /** `order/<id>` where the call is about one thing that has an id, otherwise the contract's name. */
  readonly resource: string
  /** Whether the operation itself lets the caller in, by kind, role and permission. */
  readonly permitted: boolean
  /** Whether whoever calls has proven lately who they are. */
  readonly fresh: boolean
  /** Whether a second person has agreed to exactly this call. */
  readonly approved: boolean
  /** Of staff; '' and [] and 0 for others. */
  readonly role: string
  readonly roles: readonly string[]
  readonly priority: number
  /** What was proven in this session: password, totp, passkey, external, api_key. Of staff; [] for others. */
  readonly factors: readonly string[]
  readonly device_known: boolean
  readonly risk: 'low' | 'medium' | 'high'
  /** An address without a zone; null becomes 0.0.0.0, which belongs to no network of anybody's. */
  readonly ip: string | null
  /** ISO 3166-1 alpha-2; null when it is not known. */
  readonly country: string | null
  readonly at: Date
  /** Minor units of the shop's currency; null where the operation tells none. */
  readonly amount: number | null
  /** The role that the call gives to somebody; null where the operation tells none. */
  readonly granted_role: string | null
}

/** The largest amount there is: what a call stands for that leaves its amount out, and so means everything. */
export const EVERYTHING = Number.MAX_SAFE_INTEGER

type Value = boolean | number | string | readonly string[] | { readonly __extn: { fn: 'ip'; arg: string } }

type Attribute = {
  readonly type: 'Boolean' | 'Long' | 'String' | 'Texts' | 'ipaddr'
  readonly required: boolean
  readonly meaning: string
  readonly read: (facts: Facts) => Value | null
}

const always = { required: true } as const
const sometimes = { required: false } as const

/** What conditions may speak of, as `context.<name>`. Texts and numbers that are not always known are optional. */
export const attributes: Readonly<Record<string, Attribute>> = {
  permitted: {
    ...always,
    type: 'Boolean',
    meaning: 'The caller’s roles permit the operation.',
    read: (facts) => facts.permitted,
  },
  fresh: {
    ...always,
    type: 'Boolean',
    meaning: 'The caller proved who they are within the last ten minutes.',
    read: (facts) => facts.fresh,
  },
  approved: {
    ...always,
    type: 'Boolean',
    meaning: 'A second person agreed to exactly this call.',
    read: (facts) => facts.approved,
  },
  role: {
    ...always,
    type: 'String',
    meaning: 'The role of the account; empty for customers and guests.',
    read: (facts) => facts.role,
  },
  roles: {
    ...always,
    type: 'Texts',
    meaning: 'Every role the caller has.',
    read: (facts) => facts.roles,
  },
  priority: {
    ...always,
    type: 'Long',
    meaning: 'The priority of the highest role.',
    read: (facts) => facts.priority,
  },
  factors: {
    ...always,
    type: 'Texts',
    meaning: 'What was proven in this session: password, totp, passkey, external, api_key. Of staff.',
    read: (facts) => facts.factors,
  },
  device_known: {
    ...always,
    type: 'Boolean',
    meaning: 'The session is of a device seen before. Of staff.',
    read: (facts) => facts.device_known,
  },
  risk: {
    ...always,
    type: 'String',
    meaning: 'low, medium or high, as judged when the session began. Of staff.',
    read: (facts) => facts.risk,
  },
  ip: {
    ...always,
    type: 'ipaddr',
    meaning: 'The caller’s address; 0.0.0.0 when there is none.',
    read: (facts) => ({ __extn: { fn: 'ip', arg: facts.ip ?? '0.0.0.0' } }),
  },
  country: {
    ...sometimes,
    type: 'String',
    meaning: 'ISO 3166-1 code; absent for local networks and where it is not known.',
    read: (facts) => facts.country,
  },
  hour: { ...always, type: 'Long', meaning: '0 to 23, UTC.', read: (facts) => facts.at.getUTCHours() },
  weekday: {
    ...always,
    type: 'Long',
    meaning: '1 is Monday, 7 is Sunday, UTC.',
    read: (facts) => facts.at.getUTCDay() || 7,
  },
  at: {
    ...always,
    type: 'Long',
    meaning: 'Seconds since the epoch.',
    read: (facts) => Math.floor(facts.at.getTime() / 1_000),
  },
  amount: {
    ...sometimes,
    type: 'Long',
    meaning:
      'Minor units of the shop’s currency, where the operation has an amount; a call that leaves it out means everything and has the largest.',
    read: (facts) => facts.amount,
  },
  granted_role: {
    ...sometimes,
    type: 'String',
    meaning: 'The role that the call gives, where it gives one.',
    read: (facts) => facts.granted_role,
  },
}
