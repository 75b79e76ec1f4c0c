/** Products on one wishlist at most. */
export const MAX_WISHES = 200
