import { AppError, failure } from '../errors/app-error.ts'
import { commonErrors } from '../errors/common-errors.ts'
import { validationFailure } from '../errors/parse-failure.ts'
import { isOwnOnly, refusal } from './authorize.ts'
import { type CallContext, EDGE } from './call-context.ts'
import type { Contract, Operation } from './define-contract.ts'
import { type Guard, type GuardedCall, withoutPermission } from './guard.ts'
import type { HandlerContext, Implementation } from './handler.ts'

/** A call on its way to an operation. */
export type Call = { readonly operation: string; readonly input: unknown; readonly context: CallContext }

/** The one place where a contract's operations run. */
export type Dispatcher = { readonly contract: Contract; dispatch(call: Call): Promise<unknown> }

type DispatcherOptions = {
  readonly clock?: () => Date
  /** Asked about every call from outside, after the operation's own access and with the parsed input. */
  readonly guard?: Guard | undefined
  /** Told about every bug: an error that no contract declares. */
  readonly onBug?: (error: unknown, call: Call) => void
}

type Entry = {
  readonly fullName: string
  readonly operation: Operation
  readonly handler: UntypedHandler
}

type UntypedHandler = (input: unknown, context: HandlerContext<string>) => Promise<unknown>

/**
 * Binds a contract to its implementation. In this order: caller allowed and permitted, deadline, input parsed, guard asked,
 * run, output parsed. Whatever is thrown and was not declared becomes INTERNAL.
 */
export function dispatcher<C extends Contract>(
  contract: C,
  implementation: Implementation<C>,
  options: DispatcherOptions = {},
): Dispatcher {
  const clock = options.clock ?? (() => new Date())
  const { guard } = options
  const handlers = new Map<string, Entry>()
  for (const [name, operation] of Object.entries(contract.operations)) {
    if ((operation as Partial<Operation>).access === undefined)
      throw new Error(`${contract.name}.${name} declares no access.`)
    const handler = (implementation as Record<string, unknown>)[name]
    if (typeof handler !== 'function') throw new Error(`${contract.name}.${name} is not implemented.`)
    const fullName = `${contract.name}.${name}`
    handlers.set(name, { fullName, operation, handler: handler as UntypedHandler })
  }

  async function dispatch(call: Call): Promise<unknown> {
    const entry = handlers.get(call.operation)
    if (entry === undefined) throw failure('NOT_FOUND')
    const { fullName, operation, handler } = entry
    const permitted = isPermitted(guard, entry, call.context, clock().getTime())
    if (Date.now() >= call.context.deadline) throw failure('DEADLINE_EXCEEDED')
    const input = operation.input.safeParse(call.input)
    // Who is not in yet is told nothing about the input.
    if (!input.success) throw permitted ? validationFailure(input.error) : failure('FORBIDDEN')
    const { context: from } = call
    let guarded: GuardedCall | null = null
    if (from.caller === EDGE && guard !== undefined && (!permitted || guard.concerns(fullName, from))) {
      guarded = { name: fullName, operation, input: input.data, context: from, permitted }
      const stopped = await guard.refusal(guarded)
      if (stopped !== null) throw stopped
    }
    const own_only = isOwnOnly(operation.access, call.context)
    const context = { ...call.context, own_only, now: clock, fail: failerFor(contract, operation) }
    try {
      const result = await handler(input.data, context)
      return operation.output.parse(result)
    } catch (error) {
      if (error instanceof AppError && isDeclared(operation, error)) {
        // From 500 on, nobody knows how far it came.
        if (guarded !== null && error.status < 500) await guard?.undone(guarded)
        throw error
      }
      options.onBug?.(error, call)
      throw failure('INTERNAL')
    }
  }

  return { contract, dispatch }
}

/** Whether the caller's roles let them in; false when only the guard can still do so. @throws the refusal otherwise */
function isPermitted(guard: Guard | undefined, entry: Entry, context: CallContext, now: number): boolean {
  const { access } = entry.operation
  const refused = refusal(access, context, now)
  if (refused === null) return true
  if (refused.code !== 'FORBIDDEN' || context.caller !== EDGE) throw refused
  if (guard?.mayPermit(entry.fullName, context) !== true) throw refused
  const other = refusal(withoutPermission(access), context, now)
  if (other !== null) throw other
  return false
}

function isDeclared(operation: Operation, error: AppError): boolean {
  return Object.hasOwn(commonErrors, error.code) || Object.hasOwn(operation.errors ?? {}, error.code)
}

const failers = new WeakMap<Operation, HandlerContext<string>['fail']>()

function failerFor(contract: Contract, operation: Operation): HandlerContext<string>['fail'] {
  const known = failers.get(operation)
  if (known !== undefined) return known
  const table = { ...commonErrors, ...operation.errors } as Record<
    string,
    { status: number; message: string }
  >
  const fail: HandlerContext<string>['fail'] = (code, detail = {}) => {
    const definition = table[code]
    if (definition === undefined) throw new Error(`${contract.name} declares no ${code}.`)
    return new AppError({ code, status: definition.status, message: definition.message, ...detail })
  }
  failers.set(operation, fail)
  return fail
}
