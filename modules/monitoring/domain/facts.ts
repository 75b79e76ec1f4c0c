/** Accounts, sessions and the key that signs tokens. */
export type People = {
  readonly staff: number
  readonly staff_with_second_factor: number
  readonly staff_with_passkey: number
  readonly super_admins: number
  readonly invitations_lapsed: number
  readonly staff_locked: number
  readonly customers_locked: number
  readonly staff_passwords_disabled: number
  readonly customer_passwords_disabled: number
  readonly staff_sessions: number
  readonly staff_sessions_idle: number
  readonly signing_key_created_at: string
}

/** Roles, policies, approvals and keys for programs. */
export type Powers = {
  readonly keys_active: number
  readonly keys_stale: number
  readonly keys_old: number
  readonly keys_without_network: number
  readonly policies_enabled: number
  readonly policy_errors: number
  readonly policy_gaps: readonly string[]
  readonly full_power_roles: number
  readonly assignments_without_end: number
  readonly approvals_waiting: number
}

/** How often something was recorded, by days back from now: the last 24 hours in front. */
export type PerDay = readonly number[]

export type Signals = {
  readonly failed_sign_ins: PerDay
  readonly lockouts: PerDay
  readonly token_reuse: PerDay
}

export type Trail = {
  readonly state: 'intact' | 'tampered' | 'behind'
  readonly entries: number
  readonly checkpoints: number
  readonly proven_until: string | null
  readonly first_bad_position: number | null
}

export type Packages = { readonly packages: number; readonly problems: readonly string[] }

export type ShopSettings = {
  readonly public_url: string
  readonly host: string
  readonly trust_proxy: readonly string[]
  readonly sandbox_payments: boolean
  /** Whether mails leave the machine. */
  readonly sends_mail: boolean
}

/** All that is judged. What could not be learned is null. */
export type Facts = {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly people: People | null
  readonly powers: Powers | null
  readonly signals: Signals | null
  readonly trail: Trail | null
  /** Warnings among the unusual patterns of the last week. */
  readonly warnings: number | null
  readonly packages: Packages | null
  readonly settings: ShopSettings
}
