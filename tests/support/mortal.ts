import type { Link } from '@rampart/platform/contract/link.ts'
import type { Db, Queryable, Tx } from '@rampart/platform/db/db.ts'

/** The process died here: neither this step nor any later one happens until it is revived. */
class Death extends Error {
  constructor() {
    super('The process died.')
    this.name = 'Death'
  }
}

/** Lets a program die at the nth of its steps, and stay dead. */
export type Fate = {
  /** One statement, commit or call to another module is about to happen. @throws Death */
  step(): void
  /** From now on, die instead of the nth step. */
  dieAt(step: number): void
  isDead(): boolean
  /** Lives on. Answers whether it had died. */
  revive(): boolean
}

/** A fate that has not been decided: nothing dies. */
export function fate(): Fate {
  let left = Number.POSITIVE_INFINITY
  let dead = false
  return {
    step: () => {
      if (left <= 0) dead = true
      if (dead) throw new Death()
      left -= 1
    },
    dieAt: (step) => {
      left = step - 1
      dead = false
    },
    isDead: () => dead,
    revive: () => {
      const was = dead
      left = Number.POSITIVE_INFINITY
      dead = false
      return was
    },
  }
}

function mortalQueries(queries: Queryable, { step }: Fate): Queryable {
  const before =
    <A, R>(run: (argument: A) => Promise<R>) =>
    async (argument: A): Promise<R> => {
      step()
      return run(argument)
    }
  return {
    many: before(queries.many) as Queryable['many'],
    one: before(queries.one) as Queryable['one'],
    maybe: before(queries.maybe) as Queryable['maybe'],
    run: before(queries.run),
  }
}

/** A database whose caller may die before each statement, and before the commit of each transaction. */
export function mortalDb(db: Db, doom: Fate): Db {
  return {
    ...db,
    ...mortalQueries(db, doom),
    tx: (fn, options) => {
      doom.step()
      return db.tx(async (tx) => {
        const mortal: Tx = { ...tx, ...mortalQueries(tx, doom) }
        const result = await fn(mortal)
        doom.step()
        return result
      }, options)
    },
  }
}

/** A link whose caller may die before the call, and before it hears the answer. */
export function mortalLink(link: Link, { step }: Fate): Link {
  return async (call) => {
    step()
    const answer = await link(call)
    step()
    return answer
  }
}
