/** The first `free` tries cost nothing; after each further one a wait begins: `base` seconds, twice that, up to `max`. */
export type TryPolicy = {
  readonly free: number
  readonly base: number
  readonly max: number
  /** All is forgotten after so many quiet seconds. */
  readonly forget: number
}

/** Wrong codes of gift cards from one network. A family may share it; who guesses needs billions of tries. */
export const giftCardTries: TryPolicy = { free: 20, base: 1, max: 900, forget: 3_600 }
