import type { ObjectStorage } from './object-storage.ts'
import type { PaymentStandIns } from './payment-stand-ins.ts'
import type { SignInProvider } from './sign-in-providers.ts'
import type { VirusScanner } from './virus-scanner.ts'

/** What modules may know of the configuration: nothing secret, parsed once at boot, frozen. */
export type Settings = {
  readonly public_url: string
  readonly data_dir: string
  readonly shop_name: string
  readonly shop_tagline: string
  /** ISO 4217. Every article has its price in it. */
  readonly shop_currency: string
  /** All that the shop sells in; `shop_currency` stands first. In the others an article is sold where it has a price in them. */
  readonly shop_currencies: readonly string[]
  /** The address mails come from. */
  readonly mail_from: string
  /** Where mails go; null: `.eml` files in `data_dir/mail`. Holds a password: never log it. */
  readonly smtp_url: string | null
  /** Who searches in the place of PostgreSQL; null: nobody. Holds a password: never log it. */
  readonly opensearch_url: string | null
  /** What the names of this shop's indexes begin with. */
  readonly opensearch_prefix: string
  /** reCAPTCHA v3 in the place of our own proof of work; null: the proof of work. Holds a secret: never log it. */
  readonly recaptcha: { readonly site_key: string; readonly secret: string } | null
  /** Whose word signs people in beside their own password. Their secrets do not show. */
  readonly sign_in_providers: readonly SignInProvider[]
  /** Whether the sandbox bank may be paid at: a shop where anybody can approve a payment gives its goods away. */
  readonly sandbox_payments: boolean
  /** For tests: what answers in the place of payment providers. */
  readonly payment_stand_ins: PaymentStandIns
  /** Whether nobody may sign up with an address of a provider of addresses to throw away. */
  readonly refuse_throw_away_mail: boolean
  /** Who looks at uploaded files before anybody gets them; null: nobody. */
  readonly virus_scanner: VirusScanner | null
  /** The bucket that files are kept in; null: `data_dir`. Its keys do not show. */
  readonly object_storage: ObjectStorage | null
  /** After how many days entries leave the audit log; null: never. */
  readonly audit_retention_days: number | null
  /** Where this process answers on loopback, for the sandbox bank's webhooks back. */
  readonly loopback_url: string
  /** The address or host name that the server listens on. */
  readonly host: string
  /** Exact addresses whose X-Forwarded-For counts. */
  readonly trust_proxy: readonly string[]
}
