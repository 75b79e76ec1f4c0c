import type { CallContext } from './call-context.ts'
import type { Contract, InputOf, OperationName, OutputOf } from './define-contract.ts'
import type { Link } from './link.ts'

/** A contract as its callers see it: one function an operation. The same type for near and far. */
export type Client<C extends Contract> = {
  readonly [K in OperationName<C>]: (context: CallContext, input: InputOf<C, K>) => Promise<OutputOf<C, K>>
}

/** Makes a client that signs its calls with the caller's own name, whatever the context said before. */
export function client<C extends Contract>(contract: C, link: Link, caller: string): Client<C> {
  const calls: Record<string, (context: CallContext, input: unknown) => Promise<unknown>> = {}
  for (const operation of Object.keys(contract.operations)) {
    calls[operation] = (context, input) => link({ operation, input, context: plainContext(context, caller) })
  }
  return calls as Client<C>
}

function plainContext(context: CallContext, caller: string): CallContext {
  const { principal, request_id, deadline, idempotency_key, ip, user_agent, device_token, approval_id } =
    context
  return {
    principal,
    caller,
    request_id,
    deadline,
    idempotency_key,
    ip,
    user_agent,
    device_token,
    approval_id,
  }
}
