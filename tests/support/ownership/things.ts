import { type Caller, callers } from '../access-matrix.ts'

const { shoppers, customer, signedIn, catalogue, keyHolders } = callers

/**
 * Everything that has an id, and who can have one of their own; nobody: it is the shop's. What a seller has, the shop has
 * too, by its manager.
 */
export const things = {
  session: signedIn,
  device: signedIn,
  passkey: signedIn,
  'connected sign-in': signedIn,
  'offer of a sign-in': signedIn,
  proposal: ['seller', ...catalogue],
  'API key': keyHolders,
  address: customer,
  wish: customer,
  'link to a wishlist': customer,
  archive: customer,
  'connected app': customer,
  'request for consent': customer,
  'line of a cart': shoppers,
  'coupon in a cart': shoppers,
  cart: shoppers,
  order: shoppers,
  payment: shoppers,
  return: shoppers,
  review: customer,
  'photo of a review': customer,
  product: ['seller', 'manager'],
  'link to a preview': ['seller', 'manager'],
  transfer: ['seller', 'manager'],
  'address of a product': ['seller', 'manager'],
  variant: ['seller', 'manager'],
  picture: ['seller', 'manager'],
  file: ['customer', 'seller', 'manager'],
  sale: ['seller'],
  account: [],
  'staff account': [],
  'role that was given': [],
  invitation: [],
  'request for a role': [],
  role: [],
  policy: [],
  app: [],
  category: [],
  'shipping method': [],
  promotion: [],
  coupon: [],
  'gift card': [],
  synonym: [],
  pin: [],
  'stock location': [],
  'stock take': ['seller', 'manager'],
  'audit entry': [],
} as const satisfies Readonly<Record<string, readonly Caller[]>>

export type Thing = keyof typeof things

/** Whose the thing behind an id is. Where it is not there, or not theirs, callers hear one and the same. */
export type Belonging = {
  readonly thing: Thing
  /** Who reaches everybody's, of those whom the operation lets in. The others reach their own. */
  readonly all: readonly Caller[]
  /** What is answered where it is not there: 404 unless told. */
  readonly missing?: string
  /** What is answered for one's own, and for everybody's, where that is no success. */
  readonly own?: string
  readonly others?: string
}

/** An id behind which is nothing of anybody, and why; or one that is tried elsewhere. */
export type Exempt = {
  readonly exempt: string
  /** `path › name` of a test. */
  readonly tried?: string
}

export type OwnershipRow = Readonly<Record<string, Belonging | Exempt>>

export const own = (thing: Thing, more: Partial<Belonging> = {}): Belonging => ({ thing, all: [], ...more })
export const ownOrAll = (thing: Thing, all: readonly Caller[], more: Partial<Belonging> = {}): Belonging => ({
  thing,
  all,
  ...more,
})
/** The shop's, or open to whoever is let in. */
export const open = (thing: Thing, more: Partial<Belonging> = {}): Belonging => ({
  thing,
  all: callers.everybody,
  ...more,
})
export const word: Exempt = { exempt: 'a word of the address, not the id of a thing' }
export const narrows: Exempt = { exempt: 'narrows what is listed anyway' }
export const same: Exempt = { exempt: 'the same for everybody who is let in' }
export const leftOut: Exempt = { exempt: 'open to everybody; what is not sold is left out' }
export const tried = (exempt: string, test: string): Exempt => ({ exempt, tried: test })
