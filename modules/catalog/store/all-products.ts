/** The category id that stands for the whole catalogue in listings and their counts. */
export const ALL_PRODUCTS = '00000000-0000-0000-0000-000000000000'
