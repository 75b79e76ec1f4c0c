import type { z } from 'zod'
import type { RefusalCode } from '@rampart/contracts/catalog/transfers.ts'

/** Why a row is not taken: a sentence, a code for those who read another language, and the field it is about. */
export type Refusal = {
  readonly reason: string
  readonly code: z.output<typeof RefusalCode>
  readonly field: string | null
}

export function refuse(code: Refusal['code'], field: string | null, reason: string): Refusal {
  return { reason, code, field }
}
