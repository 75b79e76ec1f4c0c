/** On whose behalf an operation runs. Made by authentication alone, never from a request's body. */
export type Principal = GuestPrincipal | CustomerPrincipal | StaffPrincipal | SystemPrincipal

/** What a session has proven, and how its sign-in looked; absent where nobody knows. */
type Proven = {
  /** When a credential was last proven in this session, in milliseconds since the epoch; absent: nobody knows. */
  readonly authenticated_at?: number
  /** `password`, `totp`, `passkey` … */
  readonly factors?: readonly string[]
  /** Whether the account had been signed in to with this device before. */
  readonly device_known?: boolean
  readonly risk?: 'low' | 'medium' | 'high'
}

export type GuestPrincipal = {
  readonly kind: 'guest'
  /** The random secret that owns a guest's cart and orders; null until one was handed out. */
  readonly guest_token: string | null
}

export type CustomerPrincipal = Proven & {
  readonly kind: 'customer'
  readonly id: string
  readonly session_id: string
  /** What the customer allowed the app that acts for them; null or absent: it is they themselves. */
  readonly scopes?: readonly string[] | null
  /** Present while a cart made before signing in still waits to be merged. */
  readonly guest_token: string | null
}

export type StaffPrincipal = Proven & {
  readonly kind: 'staff'
  readonly id: string
  readonly session_id: string
  /** Of the account; it decides at which door it signs in. */
  readonly role: string
  /** All roles together with it, and how high the highest of them stands: 0 unless told. */
  readonly roles?: readonly string[]
  readonly priority?: number
  /** Roles of accounts that may be given to others: none unless told. */
  readonly gives?: readonly string[]
  /** The key that a program calls with on behalf of the account. */
  readonly api_key_id?: string
  /** `resource:action`, where either side may be `*`. */
  readonly permissions: readonly string[]
}

/** A job, an event handler or the command line; only ever reaches operations that name its module. */
export type SystemPrincipal = { readonly kind: 'system' }

/** The principal of background work. */
export const SYSTEM: SystemPrincipal = { kind: 'system' }

/** Whether the permissions held cover the one that is needed. `catalog:*` covers `catalog:write`. */
export function holdsPermission(held: readonly string[], needed: string): boolean {
  const [resource, action] = needed.split(':')
  return held.some((permission) => {
    const [heldResource, heldAction] = permission.split(':')
    return (
      (heldResource === '*' || heldResource === resource) && (heldAction === '*' || heldAction === action)
    )
  })
}
