/** How far a requirement is met. `none`: it is about something that the shop does not do. */
export type Status = 'met' | 'partly' | 'open' | 'none'

/** One requirement of OWASP ASVS 5.0.0, in our own words, and what shows that it holds. */
export type Row = {
  /** As the standard numbers it: `V6.2.1`. */
  readonly id: string
  readonly level: 1 | 2
  readonly status: Status
  /** What the shop does about it; where it is not wholly met, what is missing and why. */
  readonly how: string
  /** `path › name`: a test that fails when it holds no more, or a document where it asks for one. */
  readonly shown: readonly string[]
}

/** One chapter of the standard. */
export type Chapter = { readonly id: string; readonly title: string; readonly rows: readonly Row[] }
