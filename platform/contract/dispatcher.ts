import { AppError, failure } from '../errors/app-error.ts'
import { commonErrors } from '../errors/common-errors.ts'
import { validationFailure } from '../errors/parse-failure.ts'
import { isOwnOnly, refusal } from './authorize.ts'
import type { CallContext } from './call-context.ts'
import type { Contract, Operation } from './define-contract.ts'
import type { HandlerContext, Implementation } from './handler.ts'

/** A call on its way to an operation. */
export type Call = { readonly operation: string; readonly input: unknown; readonly context: CallContext }

/** The one place where a contract's operations run. */
export type Dispatcher = { readonly contract: Contract; dispatch(call: Call): Promise<unknown> }

type DispatcherOptions = {
  readonly clock?: () => Date
  /** Told about every bug: an error that no contract declares. */
  readonly onBug?: (error: unknown, call: Call) => void
}

type UntypedHandler = (input: unknown, context: HandlerContext<string>) => Promise<unknown>

/**
 * Binds a contract to its implementation. In this order: caller allowed and permitted, deadline, input parsed,
 * run, output parsed. Whatever is thrown and was not declared becomes INTERNAL.
 */
export function dispatcher<C extends Contract>(
  contract: C,
  implementation: Implementation<C>,
  options: DispatcherOptions = {},
): Dispatcher {
  const clock = options.clock ?? (() => new Date())
  const handlers = new Map<string, { operation: Operation; handler: UntypedHandler }>()
  for (const [name, operation] of Object.entries(contract.operations)) {
    if ((operation as Partial<Operation>).access === undefined)
      throw new Error(`${contract.name}.${name} declares no access.`)
    const handler = (implementation as Record<string, unknown>)[name]
    if (typeof handler !== 'function') throw new Error(`${contract.name}.${name} is not implemented.`)
    handlers.set(name, { operation, handler: handler as UntypedHandler })
  }

  async function dispatch(call: Call): Promise<unknown> {
    const entry = handlers.get(call.operation)
    if (entry === undefined) throw failure('NOT_FOUND')
    const { operation, handler } = entry
    const refused = refusal(operation.access, call.context, clock().getTime())
    if (refused !== null) throw refused
    if (Date.now() >= call.context.deadline) throw failure('DEADLINE_EXCEEDED')
    const input = operation.input.safeParse(call.input)
    if (!input.success) throw validationFailure(input.error)
    const own_only = isOwnOnly(operation.access, call.context)
    const context = { ...call.context, own_only, now: clock, fail: failerFor(contract, operation) }
    try {
      const result = await handler(input.data, context)
      return operation.output.parse(result)
    } catch (error) {
      if (error instanceof AppError && isDeclared(operation, error)) throw error
      options.onBug?.(error, call)
      throw failure('INTERNAL')
    }
  }

  return { contract, dispatch }
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
