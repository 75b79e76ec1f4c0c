import type { Db } from '@rampart/platform/db/db.ts'

/** A database that calls `forget` after each transaction of this process that was committed. */
export function forgetOnWrite(db: Db, forget: () => void): Db {
  return {
    ...db,
    tx: (fn, options) =>
      db.tx((tx) => {
        tx.afterCommit(forget)
        return fn(tx)
      }, options),
  }
}
