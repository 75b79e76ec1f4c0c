/**
 * For how many years after the end of the year of its sale an invoice must be kept with the name and address of its
 * recipient. Ten covers the tax law of most countries: Germany 8 (§ 147 AO), the United Kingdom 6, France 10, Italy 10.
 */
export const INVOICE_YEARS = 10

/** A parcel that nobody has marked as delivered counts as delivered after so many days. */
export const DAYS_ON_THE_WAY = 30
