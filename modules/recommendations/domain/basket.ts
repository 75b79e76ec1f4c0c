/** One purchase: when, in days since the epoch, and what was in it, each item once. Items have numbers while a model is made. */
export type Basket<Item = number> = { readonly at: number; readonly items: readonly Item[] }

/** What one buyer bought, oldest first. Somebody without an account has a history of one basket. */
export type History<Item = number> = readonly Basket<Item>[]

/** What goes with an item, strongest first; weights may be negative. */
export type Neighbours = { readonly items: Int32Array; readonly weights: Float32Array }

export const NO_NEIGHBOURS: Neighbours = { items: new Int32Array(0), weights: new Float32Array(0) }
