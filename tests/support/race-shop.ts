import { expect } from 'vitest'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { violatedInvariants } from './invariants.ts'
import { settle } from './settle.ts'
import { openBeside } from './shelf.ts'
import { removeData, type ShopServer, startShop } from './shop-server.ts'

/** A shop of two serving processes on data of its own, and the modules beside it for preparing and looking. */
export type RaceShop = {
  readonly server: ShopServer
  readonly beside: Runtime
  /** Stops the server in good order and starts it again on the same data and port. */
  restart(): Promise<void>
  /** Waits until nothing is under way and asks for every invariant; then stops the shop and removes its data. */
  close(): Promise<void>
}

/** Starts the shop that a file's races run against. */
export async function openRaceShop(): Promise<RaceShop> {
  let server = await startShop({ processes: 2 })
  const { dataDir, port } = server
  const beside = await openBeside(dataDir)
  return {
    get server() {
      return server
    },
    beside,
    restart: async () => {
      await server.stop()
      server = await startShop({ dataDir, port, processes: 2 })
    },
    close: async () => {
      await beside.close()
      await server.stop()
      await removeData(dataDir)
    },
  }
}

/** What every race ends with: all news delivered, nothing undecided, no invariant of `invariants.sql` violated. */
export async function expectSound({ beside }: RaceShop): Promise<void> {
  await settle(beside.db, { decideAll: true })
  expect(await violatedInvariants(beside.db)).toEqual([])
}
