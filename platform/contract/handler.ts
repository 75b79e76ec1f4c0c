import type { AppError, FailDetail } from '../errors/app-error.ts'
import type { CommonErrorCode } from '../errors/common-errors.ts'
import type { CallContext } from './call-context.ts'
import type { Contract, ErrorCodeOf, OperationName, ParsedInputOf, RawOutputOf } from './define-contract.ts'

/** What an implementation gets beside its input. */
export type HandlerContext<Code extends string = never> = CallContext & {
  /** Makes a failure that the contract declares. Throw what it returns. */
  readonly fail: (code: Code | CommonErrorCode, detail?: FailDetail) => AppError
  /** Whether the caller may see and change only what is their own; `ownerOf` tells whose that is. */
  readonly own_only: boolean
  /** The moment of the call; rules take it from here, never from the clock. */
  readonly now: () => Date
}

/** The implementation of one operation: `export const cancelOrder = (deps): Handler<Orders, 'cancelOrder'> => …`. */
export type Handler<C extends Contract, K extends OperationName<C>> = (
  input: ParsedInputOf<C, K>,
  context: HandlerContext<ErrorCodeOf<C, K>>,
) => Promise<RawOutputOf<C, K>>

/** One handler for each operation of a contract; one missing does not compile. */
export type Implementation<C extends Contract> = { readonly [K in OperationName<C>]: Handler<C, K> }
