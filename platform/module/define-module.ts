import type { Client } from '../contract/client.ts'
import type { Contract } from '../contract/define-contract.ts'
import type { Implementation } from '../contract/handler.ts'
import type { Keyring } from '../crypto/keys.ts'
import type { Db } from '../db/db.ts'
import type { AuditTrail } from '../events/audit-trail.ts'
import type { ListenerTable } from '../events/listener.ts'
import type { Outbox } from '../events/outbox.ts'
import type { JobTable, Jobs, Schedule } from '../jobs/jobs.ts'
import type { Log } from '../log/log.ts'
import type { Settings } from '../config/settings.ts'

/** Clients of the contracts that a module calls, by the names it gave them. */
export type Clients<Calls extends Readonly<Record<string, Contract>>> = {
  readonly [K in keyof Calls]: Client<Calls[K]>
}

/** All that a module's code is handed. It has no other way to anything. */
export type Deps<
  C extends Contract,
  Calls extends Readonly<Record<string, Contract>> = Readonly<Record<never, never>>,
> = {
  readonly db: Db
  readonly clients: Clients<Calls>
  /** What the whole shop can be asked for, in every process: contracts are data. */
  readonly contracts: readonly Contract[]
  readonly outbox: Outbox<C>
  readonly audit: AuditTrail
  readonly jobs: Jobs
  readonly keys: Keyring
  readonly settings: Settings
  readonly log: Log
  readonly clock: () => Date
}

/** What a module is made of once its dependencies are there. */
export type ModuleParts<C extends Contract> = {
  readonly operations: Implementation<C>
  /** Handlers of events, its own or others', by the event's name. */
  readonly listens?: ListenerTable
  /** Handlers of queued jobs, by name; a job's full name is `<module>:<name>`. */
  readonly jobs?: JobTable
  /** Work that is due again and again, run by one process at a time. */
  readonly schedules?: readonly Schedule[]
  /** Run once at every start, after migrations and before the first request, by one process. Must be idempotent. */
  readonly prepare?: () => Promise<void>
}

export type Module = {
  readonly contract: Contract
  readonly calls: Readonly<Record<string, Contract>>
  /** Folder of the module's SQL migrations. */
  readonly migrations: URL
  readonly create: (deps: never) => ModuleParts<Contract>
}

type ModuleDefinition<C extends Contract, Calls extends Readonly<Record<string, Contract>>> = {
  readonly contract: C
  readonly calls: Calls
  readonly migrations: URL
  readonly create: (deps: Deps<C, Calls>) => ModuleParts<C>
}

/** Declares a module: its contract, whom it calls, and how it is made. Wiring only. */
export function defineModule<
  const C extends Contract,
  const Calls extends Readonly<Record<string, Contract>> = Readonly<Record<never, never>>,
>(definition: ModuleDefinition<C, Calls>): Module & { readonly contract: C } {
  return definition as unknown as Module & { readonly contract: C }
}
