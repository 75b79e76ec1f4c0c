import type { Db } from '../../platform/db/db.ts'
import type { Buy } from '../checkout.ts'
import type { Shot } from '../load.ts'

/** What all contestants run on. */
export type Bench = {
  /** Packages, products and data of the contestants; kept between runs. */
  readonly cache: string
  /** One JSON record a line, see `products.ts`. */
  readonly productsFile: string
  readonly database: Databases
}

/** The PostgreSQL that all contestants share, one after the other. */
export type Databases = {
  /**
   * Makes the database `name` with `fill` unless it is there already. `fill` gets the address of an empty one, and
   * leaves no connection open.
   */
  seeded(name: string, fill: (place: DatabasePlace) => Promise<void>): Promise<void>
  forget(name: string): Promise<void>
  /** A copy of a seeded database, in place of the copy before. */
  copyOf(name: string): Promise<DatabasePlace>
}

export type DatabasePlace = {
  /** The folder of the Unix socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** A process to start with the Node.js that runs the bench. */
export type Program = {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** What to ask a shop, as its database says. */
export type Scene = {
  /** Pages of 20 products of a category. */
  readonly listing: readonly Shot[]
  readonly detail: readonly Shot[]
  readonly variants: readonly string[]
  /** The variant of which there are 10. */
  readonly scarce: string
  /** A guest, from an empty cart to a paid order. Throws `Refused` when the shop says no, and anything else for a fault. */
  readonly buy: Buy
}

export type Stock = {
  /** Pieces of the scarce variant in orders that count. */
  readonly sold: number
  /** Pieces that the shop's own stock says it could still sell. */
  readonly left: number
}

export type Contestant = {
  readonly title: string
  /** How it runs, for whoever reads the figures. */
  readonly about: string
  /** Installs and seeds what is missing. Answers the name of the seeded database. */
  prepare(bench: Bench): Promise<string>
  /** The first is the one that answers; the others start when it does. */
  programs(bench: Bench, place: DatabasePlace, port: number): readonly Program[]
  scene(db: Db): Promise<Scene>
  stock(db: Db, scarce: string): Promise<Stock>
}
