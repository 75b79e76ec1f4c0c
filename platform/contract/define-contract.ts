import type { z } from 'zod'
import type { ErrorTable } from '../errors/common-errors.ts'

/** Kinds of principal that may call from outside. `anyone` is all of them. */
export type OutsideCaller = 'anyone' | 'guest' | 'customer' | 'staff'

/** Who may call an operation. There is no default: an operation without it does not compile and does not boot. */
export type Access = {
  /** Kinds of principal that may call through HTTP; absent for internal operations. */
  readonly allow?: readonly OutsideCaller[]
  /** What a staff principal must hold. Customers and guests are held to what they own, in the SQL. */
  readonly permission?: `${string}:${string}`
  /** With this, a staff principal who lacks `permission` may call it for what is their own; the SQL holds them to it. */
  readonly own?: `${string}:own`
  /** What a customer must have allowed an app of somebody else that acts for them; absent: no app ever may. */
  readonly scope?: `${string}:${string}`
  /** Only within ten minutes of the caller's last proof of who they are; else STEP_UP_REQUIRED. */
  readonly fresh?: true
  /** What policies are told about the input, as dotted paths into it once it is parsed. */
  readonly facts?: InputFacts
  /** Modules that may call it over a link. */
  readonly modules?: readonly string[]
}

/** What policies may speak of beside who calls. */
export type InputFacts = {
  /** Where the amount stands, as `MoneyIn` parses it. One that is left out means everything. */
  readonly amount?: string
  /** Where the name of a role stands that the call gives to somebody. */
  readonly granted_role?: string
}

/** Where an operation is found over HTTP, below `/api/v1`. Absent: never reachable from outside. */
export type Http = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/${string}`
  /** Other paths with the same meaning. */
  readonly aliases?: readonly `/${string}`[]
  /** Other methods with the same meaning. */
  readonly methods?: readonly ('PUT' | 'PATCH')[]
  /** The status of a success; 200 unless told, 204 for an empty output. */
  readonly status?: 200 | 201 | 202 | 204
  /**
   * How the body is read: `json` (default), `form` (JSON or application/x-www-form-urlencoded), `multipart`
   * (one file, as `file`), `raw` (the untouched text as `raw_body`, with `headers`).
   */
  readonly body?: 'json' | 'form' | 'multipart' | 'raw'
  /**
   * `binary`: the output is `{ content_type, bytes, etag }` and is sent as it is, for everybody to keep; or
   * `{ content_type, bytes, attachment }`, a file of that name for the caller alone. `redirect`: the output is
   * `{ location, audience, session_token, expires_at }`; protocols that come back by a link may change state by GET so.
   * `file`: the output is `{ content_type, name, size, etag, place }`, and the bytes are had from `rest`, for the caller
   * alone; whole or, where a Range header asks for it, in part.
   */
  readonly answer?: 'json' | 'binary' | 'file' | 'redirect'
  /**
   * The internal operation that answers the rest of a private file, `{ bytes, next }` at a time: `next`, of the file's
   * first answer too, is the input of the next call, null at the end. Of a `file` it answers `{ bytes }` of
   * `{ ...place, from, length }`. So a file of any size is never in memory whole.
   */
  readonly rest?: string
  /**
   * `start`: the output's `session_token`, where it has one, becomes a cookie and leaves the answer. `end`: the cookie
   * is cleared.
   */
  readonly session?: 'start' | 'end'
  /** The operation is told which device calls; one that has no token yet is given one, as a cookie and a header. */
  readonly device?: true
  /** A guest who has no token yet is given one, as a cookie and as `X-Cart-Token`. */
  readonly guestToken?: boolean
}

/** What an operation's calls are counted as; how many of each are taken stands in `platform/limits/tiers.ts`. */
export type LimitTier =
  | 'reading'
  | 'pictures'
  | 'writing'
  | 'uploads'
  | 'sign-in'
  | 'recovery'
  | 'ordering'
  | 'staff'
  | 'export'
  | 'webhook'

export type Operation = {
  readonly kind: 'query' | 'command'
  readonly summary: string
  readonly http?: Http
  readonly access: Access
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly errors?: ErrorTable
  /** `required`: the call must carry an Idempotency-Key. `none`: answers hold secrets and are never stored. */
  readonly idempotency?: 'required' | 'none'
  /**
   * What its calls are counted as. Unless told: `staff` where only staff may call, `sign-in` where a session begins, else
   * `reading` for queries and `writing` for commands.
   */
  readonly limit?: LimitTier
}

export type Contract = {
  readonly name: string
  readonly operations: Readonly<Record<string, Operation>>
  readonly events?: Readonly<Record<string, z.ZodType>>
}

/** Names of a contract's operations. */
export type OperationName<C extends Contract> = keyof C['operations'] & string

/** What a caller hands in. */
export type InputOf<C extends Contract, K extends OperationName<C>> = z.input<C['operations'][K]['input']>

/** What the implementation receives, parsed. */
export type ParsedInputOf<C extends Contract, K extends OperationName<C>> = z.output<
  C['operations'][K]['input']
>

/** What a caller gets back, parsed. */
export type OutputOf<C extends Contract, K extends OperationName<C>> = z.output<C['operations'][K]['output']>

/** What the implementation answers with, before it is parsed. */
export type RawOutputOf<C extends Contract, K extends OperationName<C>> = z.input<
  C['operations'][K]['output']
>

/** Codes that an operation declares. */
export type ErrorCodeOf<C extends Contract, K extends OperationName<C>> = keyof NonNullable<
  C['operations'][K]['errors']
> &
  string

/** Names of the events that a contract declares. */
export type EventName<C extends Contract> = keyof NonNullable<C['events']> & string

/** What an event carries. */
export type EventPayload<C extends Contract, E extends EventName<C>> = z.output<NonNullable<C['events']>[E]>

const EVENT_NAME = /^[a-z]+\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/

/** Declares a contract and refuses one that leaves out who may call, or that contradicts itself. */
export function defineContract<const C extends Contract>(contract: C): C {
  for (const [name, operation] of Object.entries(contract.operations)) {
    assertOperation(contract.name, name, operation)
    const { rest } = operation.http ?? {}
    if (rest !== undefined && contract.operations[rest]?.access.modules?.includes('server') !== true)
      throw new Error(`${contract.name}.${name} has no operation ${rest} for the server to go on with.`)
  }
  for (const event of Object.keys(contract.events ?? {})) {
    if (!EVENT_NAME.test(event) || !event.startsWith(`${contract.name}.`)) {
      throw new Error(`Event ${event} must be named ${contract.name}.<what-happened>.v<n>.`)
    }
  }
  return contract
}

function assertOperation(contract: string, name: string, operation: Operation): void {
  const where = `${contract}.${name}`
  // The type demands it; this holds for contracts that reach us untyped.
  const access = operation.access as Access | undefined
  if (access === undefined) throw new Error(`${where} declares no access.`)
  const outside = access.allow?.length ?? 0
  const inside = access.modules?.length ?? 0
  if (outside + inside === 0) throw new Error(`${where} allows nobody to call it.`)
  if (outside > 0 && operation.http === undefined)
    throw new Error(`${where} allows outside callers but has no path.`)
  if (operation.http !== undefined && outside === 0)
    throw new Error(`${where} has a path but allows nobody outside.`)
  if (access.allow?.includes('staff') === true && access.permission === undefined) {
    throw new Error(`${where} is open to staff but names no permission.`)
  }
  if (access.own !== undefined && access.permission === undefined)
    throw new Error(`${where} lets staff at their own, but names no permission for what is everybody's.`)
  if (operation.http?.answer === 'file' && operation.http.rest === undefined)
    throw new Error(`${where} answers with a file and names no operation for its bytes.`)
  if (
    operation.http?.method === 'GET' &&
    operation.kind === 'command' &&
    operation.http.answer !== 'redirect'
  )
    throw new Error(`${where} changes state by GET.`)
  if (
    access.fresh === true &&
    access.allow?.some((kind) => kind !== 'customer' && kind !== 'staff') !== false
  )
    throw new Error(`${where} wants a fresh proof from callers who cannot give one.`)
  if (access.scope !== undefined && !access.allow?.some((kind) => kind === 'customer' || kind === 'anyone'))
    throw new Error(`${where} names a scope but is not open to customers.`)
  const prefix = `${contract.toUpperCase()}_`
  for (const code of Object.keys(operation.errors ?? {})) {
    if (!code.startsWith(prefix)) throw new Error(`${where}: the code ${code} must begin with ${prefix}.`)
  }
}
