import { inspect } from 'node:util'
import { backgroundContext, EDGE } from '../contract/call-context.ts'
import type { Contract } from '../contract/define-contract.ts'
import { dispatcher, type Dispatcher } from '../contract/dispatcher.ts'
import type { Implementation } from '../contract/handler.ts'
import { type Link, localLink, loopbackLink } from '../contract/link.ts'
import type { Principal } from '../contract/principal.ts'
import { newId } from '../crypto/ids.ts'
import { keyring } from '../crypto/keys.ts'
import { sql } from '../db/sql.ts'
import { handOver } from '../events/hand-over.ts'
import { eventMigrations } from '../events/migration-source.ts'
import { subscriptions } from '../events/subscriptions.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { silentLog } from '../log/create-log.ts'
import type { Log } from '../log/log.ts'
import type { Settings } from '../config/settings.ts'
import { assemble } from '../module/assemble.ts'
import type { Module } from '../module/define-module.ts'
import { testDatabase } from './database.ts'

type Stubs = Readonly<
  Record<string, Readonly<Record<string, (input: never, context: never) => Promise<unknown>>>>
>

export type HarnessOptions = {
  /** Answers of the contracts that the module calls: `{ inventory: { getLevels: async () => ({ levels: [] }) } }`. */
  readonly stubs?: Stubs
  readonly clock?: () => Date
  readonly settings?: Partial<Settings>
  /** Send every call through text and back, as a remote link does. */
  readonly loopback?: boolean
  /** What the whole shop can be asked for; the module's own contract unless told. */
  readonly contracts?: readonly Contract[]
}

export type CallOptions = {
  readonly principal?: Principal
  readonly caller?: string
  readonly idempotency_key?: string
  readonly ip?: string
  readonly user_agent?: string
  readonly device_token?: string
}

export type QueuedJob = { readonly name: string; readonly payload: unknown; readonly runAt: Date | null }

/** Silent but for errors: the bug behind an INTERNAL failure is printed. */
const errorsOnly: Log = {
  ...silentLog,
  error: (message, fields) => void process.stderr.write(`${message} ${inspect(fields)}\n`),
  child: () => errorsOnly,
}

// Bugs answer INTERNAL and nothing else: a test that fails by one needs to see it.
export const testSettings: Settings = {
  public_url: 'http://localhost:8000',
  data_dir: '/nonexistent',
  shop_name: 'Test shop',
  shop_tagline: 'For tests',
  shop_currency: 'USD',
  shop_currencies: ['USD'],
  mail_from: 'shop@example.com',
  smtp_url: null,
  opensearch_url: null,
  opensearch_prefix: 'test',
  recaptcha: null,
  sign_in_providers: [],
  sandbox_payments: true,
  payment_stand_ins: { stripe: null, razorpay: null },
  refuse_throw_away_mail: false,
  virus_scanner: null,
  object_storage: null,
  audit_retention_days: null,
  loopback_url: 'http://127.0.0.1:1',
  host: '127.0.0.1',
  trust_proxy: [],
}

// Whoever only says which currency a shop has means a shop with that one.
function settingsFor(given: Partial<Settings> = {}): Settings {
  const { shop_currency = testSettings.shop_currency } = given
  return { ...testSettings, shop_currencies: [shop_currency], ...given }
}

/** One module with a database of its own, the contracts it calls played by stubs. */
export async function testModule(module: Module, options: HarnessOptions = {}) {
  const name = module.contract.name
  const database = await testDatabase([eventMigrations, { module: name, directory: module.migrations }])
  const { db } = database
  const clock = options.clock ?? (() => new Date())
  const queued: QueuedJob[] = []
  const registry = subscriptions()
  const jobs: Jobs = {
    add: async (tx, job, payload, jobOptions = {}) => {
      await Promise.resolve()
      tx.afterCommit(() => queued.push({ name: job, payload, runAt: jobOptions.runAt ?? null }))
    },
  }
  const assembly = assemble([module], {
    db,
    keys: keyring(Buffer.alloc(32, 7)),
    settings: settingsFor(options.settings),
    log: errorsOnly,
    clock,
    subscriptions: registry,
    jobsOf: () => jobs,
    remotes: stubLinks(module, options.stubs ?? {}),
    ...(options.contracts === undefined ? {} : { contracts: options.contracts }),
    ...(options.loopback === true ? { link: loopbackLink } : {}),
  })
  const link = assembly.linkTo(name)
  const parts = assembly.parts.get(name)
  await parts?.prepare?.()

  async function call(operation: string, input: unknown, as: CallOptions = {}): Promise<never> {
    return (await link({
      operation,
      input,
      context: {
        ...backgroundContext(newId()),
        principal: as.principal ?? { kind: 'guest', guest_token: null },
        caller: as.caller ?? EDGE,
        idempotency_key: as.idempotency_key ?? null,
        ip: as.ip ?? '127.0.0.1',
        user_agent: as.user_agent ?? null,
        device_token: as.device_token ?? null,
      },
    })) as never
  }

  const jobContext = () => ({ call: backgroundContext(newId()), now: clock, attempt: 1 })

  return {
    db,
    settings: settingsFor(options.settings),
    /** Calls an operation the way its link does; fails with AppError. */
    call,
    link,
    /** Events written so far, oldest first. */
    events: () =>
      db.many<{ type: string; payload: never }>(
        sql`SELECT type, payload FROM platform_events.events ORDER BY id`,
      ),
    /** Hands an event to the module's listener, with an inbox; the same id again is a repeated delivery. */
    deliver: (type: string, payload: unknown, id: string = newId()): Promise<void> =>
      handOver(db, registry, clock, {
        seq: 0,
        event_id: id,
        subscriber: `${name}/${type}`,
        key: null,
        attempts: 1,
        type,
        payload,
        occurred_at: clock().toISOString(),
      }),
    /** Jobs queued by committed transactions since the last look. */
    takeJobs: () => queued.splice(0),
    runJob: async (job: string, payload: unknown): Promise<void> => {
      const handler = parts?.jobs?.[job]
      if (handler === undefined) throw new Error(`${name} has no job ${job}.`)
      await handler(payload, jobContext())
    },
    runSchedule: async (schedule: string): Promise<void> => {
      const found = parts?.schedules?.find((candidate) => candidate.name === schedule)
      if (found === undefined) throw new Error(`${name} has no schedule ${schedule}.`)
      await found.run(jobContext())
    },
    /** What the module does at every start; it was done once already. */
    prepare: async (): Promise<void> => parts?.prepare?.(),
    close: () => database.drop(),
  }
}

function stubLinks(module: Module, stubs: Stubs): Record<string, Link> {
  const links: Record<string, Link> = {}
  for (const contract of Object.values(module.calls)) {
    links[contract.name] = localLink(stubDispatcher(contract, stubs[contract.name] ?? {}))
  }
  return links
}

function stubDispatcher(contract: Contract, stubs: Stubs[string]): Dispatcher {
  const implementation: Record<string, unknown> = {}
  for (const operation of Object.keys(contract.operations)) {
    implementation[operation] =
      stubs[operation] ?? (() => Promise.reject(new Error(`No stub for ${contract.name}.${operation}.`)))
  }
  return dispatcher(contract, implementation as Implementation<Contract>, {
    onBug: (error) => {
      throw error
    },
  })
}
