import type { Contract, Http, InputOf, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { toClientError } from './client-error.ts'
import { publicContracts } from './public-contracts.ts'

type PublicOperation<C extends Contract> = {
  [K in keyof C['operations'] & string]: C['operations'][K] extends { http: Http } ? K : never
}[keyof C['operations'] & string]

export type CallOptions = {
  readonly idempotency_key?: string
  /** Somebody else's agreement to exactly this call, where it needs two people. */
  readonly approval_id?: string
  readonly signal?: AbortSignal
}

/** Every operation that the API answers, typed from the contracts: `client.cart.addItem({ variant_id })`. */
export type PublicClient = {
  readonly [N in keyof typeof publicContracts]: {
    readonly [K in PublicOperation<(typeof publicContracts)[N]>]: (
      input: InputOf<(typeof publicContracts)[N], K>,
      options?: CallOptions,
    ) => Promise<OutputOf<(typeof publicContracts)[N], K>>
  }
}

/** Carries a call; `operation` is `<contract>.<operation>`. */
export type Call = (operation: string, input: unknown, options?: CallOptions) => Promise<unknown>

/** Makes a typed client over anything that can carry a call. It fails with ClientError and nothing else. */
export function publicClient(call: Call): PublicClient {
  const client: Record<string, Record<string, unknown>> = {}
  for (const contract of Object.values<Contract>(publicContracts)) {
    const operations: Record<string, unknown> = {}
    for (const [name, operation] of Object.entries(contract.operations)) {
      if (operation.http === undefined) continue
      operations[name] = async (input: unknown, options?: CallOptions) => {
        try {
          return await call(`${contract.name}.${name}`, input, options)
        } catch (error) {
          throw toClientError(error)
        }
      }
    }
    client[contract.name] = operations
  }
  return client as PublicClient
}
