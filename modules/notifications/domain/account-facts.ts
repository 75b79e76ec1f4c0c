/** Ways to prove who one is, beside the password. */
export type Factor = 'totp' | 'passkey' | 'backup_codes' | 'external'

/** What can happen to one. */
export type FactorChange = 'added' | 'removed' | 'regenerated' | 'used' | 'locked'

/** Roles that mails name. */
export type RoleName =
  | 'super_admin'
  | 'admin'
  | 'manager'
  | 'procurement_manager'
  | 'sales_manager'
  | 'staff'
  | 'seller'
  | 'customer'

/** What a moderator can decide about a review. */
export type ReviewDecision = 'published' | 'refused' | 'taken_back' | 'removed'

type Nothing = Readonly<Record<never, never>>

/** When it happened, as ISO 8601. */
type Dated = { readonly at: string }

/** What the one-time secret is about: a session, a change of address, a sign-in that waits for its code. */
type Referring = { readonly reference: string }

/** The mails about accounts, and the facts of the event that each keeps until it is written. */
export type AccountFacts = {
  readonly 'verify-email': Nothing
  readonly 'duplicate-registration': Nothing
  readonly 'password-reset-code': Nothing
  readonly 'password-changed': Dated
  readonly 'password-disabled': Nothing
  readonly 'account-locked': { readonly reason: 'staff' | 'risk' }
  readonly 'account-unlocked': Nothing
  readonly 'new-device': Dated & Referring & { readonly device: string; readonly place: string | null }
  readonly 'confirm-new-email': Referring
  readonly 'confirm-email-change': Dated & Referring
  readonly 'email-changed': Dated
  readonly 'factor-changed': Dated & { readonly factor: Factor; readonly change: FactorChange }
  readonly 'staff-invited': Nothing
  readonly 'recovery-allowed': Nothing
  readonly 'sign-in-code': Referring
  readonly 'export-ready': Nothing
  readonly 'account-erased': Nothing
  readonly 'back-in-stock': { readonly product_name: string; readonly product_slug: string }
  readonly 'review-decided': {
    /** Null once the catalogue does not know the product. */
    readonly product_name: string | null
    readonly product_slug: string | null
    readonly decision: ReviewDecision
    /** As the moderator put it. */
    readonly reason: string | null
  }
  readonly 'low-stock': {
    readonly articles: readonly { readonly name: string; readonly available: number }[]
    /** Where there are more than `articles`. */
    readonly total: number
  }
  readonly 'approval-asked': { readonly operation: string }
  readonly 'approval-decided': { readonly operation: string; readonly approved: boolean }
  readonly 'role-decided': { readonly role: RoleName; readonly approved: boolean }
}

export type AccountTemplate = keyof AccountFacts
