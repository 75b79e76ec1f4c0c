import { toClientError } from '@rampart/client/client-error.ts'

/** What became of an attempt to pay: where to go on, or what to say beside the form. */
export type PayAnswer =
  { readonly go: string } | { readonly problem: 'declined' | 'problem' | 'unsure' | 'tooMany' }

/** What to say about an attempt that failed. Where nobody answered in time, the money may have moved all the same. */
export function payProblem(error: unknown): PayAnswer {
  const { status } = toClientError(error)
  if (status === 429) return { problem: 'tooMany' }
  return { problem: status >= 500 ? 'unsure' : 'problem' }
}
