import { client } from '../contract/client.ts'
import type { Contract } from '../contract/define-contract.ts'
import type { Guard } from '../contract/guard.ts'
import { type Call, dispatcher, type Dispatcher } from '../contract/dispatcher.ts'
import { type Link, localLink } from '../contract/link.ts'
import type { Keyring } from '../crypto/keys.ts'
import type { Db } from '../db/db.ts'
import { createAuditTrail } from '../events/create-audit-trail.ts'
import { createOutbox } from '../events/create-outbox.ts'
import type { Subscriptions } from '../events/subscriptions.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Log } from '../log/log.ts'
import type { Settings } from '../config/settings.ts'
import type { Deps, Module, ModuleParts } from './define-module.ts'

export type AssembleOptions = {
  readonly db: Db
  readonly keys: Keyring
  readonly settings: Settings
  readonly log: Log
  readonly clock: () => Date
  readonly subscriptions: Subscriptions
  /** The job queue as one module sees it. */
  readonly jobsOf: (module: string) => Jobs
  /** How a local module is reached; tests put a loopback here to see that near and far behave alike. */
  readonly link?: (target: Dispatcher) => Link
  /** Links to contracts that no module of this process implements. */
  readonly remotes?: Readonly<Record<string, Link>>
  /** Decides about calls from outside beside what operations say themselves. */
  readonly guard?: Guard
  /** What the whole shop can be asked for; the contracts of the modules unless told. */
  readonly contracts?: readonly Contract[]
}

export type Assembly = {
  readonly contracts: readonly Contract[]
  readonly parts: ReadonlyMap<string, ModuleParts<Contract>>
  /** @throws when neither a module of this process nor a remote answers for the contract */
  linkTo(contract: string): Link
}

/** Makes the modules and ties them together: each gets clients that carry its own name, and nothing else of the others. */
export function assemble(modules: readonly Module[], options: AssembleOptions): Assembly {
  assertAcyclic(modules)
  const contracts = options.contracts ?? modules.map((module) => module.contract)
  const links = new Map<string, Link>(Object.entries(options.remotes ?? {}))
  const parts = new Map<string, ModuleParts<Contract>>()
  const linkTo = (contract: string): Link => {
    const link = links.get(contract)
    if (link === undefined) throw new Error(`Nothing here answers for the contract ${contract}.`)
    return link
  }
  for (const module of modules) {
    const made = module.create(depsOf(module, { ...options, contracts }, linkTo) as never)
    parts.set(module.contract.name, made)
    const target = dispatcher(module.contract, made.operations, {
      clock: options.clock,
      guard: options.guard,
      onBug: (error, call) => reportBug(options.log, module.contract.name, error, call),
    })
    links.set(module.contract.name, (options.link ?? localLink)(target))
    options.subscriptions.register(module.contract.name, made.listens ?? [])
  }
  return { contracts: modules.map((module) => module.contract), parts, linkTo }
}

function depsOf(
  module: Module,
  options: AssembleOptions & { readonly contracts: readonly Contract[] },
  linkTo: (contract: string) => Link,
): Deps<Contract> {
  const clients: Record<string, unknown> = {}
  for (const [name, contract] of Object.entries(module.calls)) {
    // Looked up at the call: the module it leads to may be made after this one.
    clients[name] = client(contract, (call) => linkTo(contract.name)(call), module.contract.name)
  }
  return {
    db: options.db,
    clients,
    contracts: options.contracts,
    outbox: createOutbox(module.contract, options.subscriptions, options.clock),
    audit: createAuditTrail(options.subscriptions, options.clock),
    jobs: options.jobsOf(module.contract.name),
    keys: options.keys,
    settings: options.settings,
    log: options.log.child({ module: module.contract.name }),
    clock: options.clock,
  }
}

function reportBug(log: Log, module: string, error: unknown, call: Call): void {
  log.error('operation failed', {
    module,
    operation: call.operation,
    request_id: call.context.request_id,
    error,
  })
}

/** Calls between modules must not run in circles; the way back is an event. */
export function assertAcyclic(modules: readonly Pick<Module, 'contract' | 'calls'>[]): void {
  const graph = new Map(
    modules.map((m) => [m.contract.name, Object.values(m.calls).map((called) => called.name)]),
  )
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name))
      throw new Error(`Modules call each other in a circle: ${[...path, name].join(' → ')}.`)
    if (done.has(name)) return
    for (const next of graph.get(name) ?? []) visit(next, [...path, name])
    done.add(name)
  }
  for (const name of graph.keys()) visit(name, [])
}
