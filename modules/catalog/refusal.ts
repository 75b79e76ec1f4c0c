import type { RefusalKind } from '@rampart/contracts/catalog/transfers.ts'

/** Why a row is not taken: a sentence, a code for those who read another language, and the field it is about. */
export type Refusal = {
  readonly reason: string
  readonly code: RefusalKind
  readonly field: string | null
}

export function refuse(code: Refusal['code'], field: string | null, reason: string): Refusal {
  return { reason, code, field }
}
