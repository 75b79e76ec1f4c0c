import { toClientError } from '@rampart/client/client-error.ts'

/** Line and character, both from 1. */
export type Place = { line: number; column: number }

export type PolicyProblem = { place: Place | null; message: string }

/** What the server finds wrong with a policy's text, with the place where it says one. */
export function policyProblems(thrown: unknown): PolicyProblem[] {
  if (thrown === null || thrown === undefined) return []
  const { code, errors, message: whole } = toClientError(thrown)
  if (code !== 'ACCESS_POLICY_INVALID') return []
  // Where no field is named, the message itself is all that was found.
  if (errors.length === 0) return whole === '' ? [] : [{ place: null, message: whole }]
  return errors.map(({ message, line, column }) => ({
    place: line === undefined ? null : { line, column: column ?? 1 },
    message,
  }))
}

/** What to select of a text so that a place is seen: from there to the end of its line, or all of a line that ends there. */
export function selectionAt(text: string, { line, column }: Place): [from: number, to: number] {
  const lines = text.split('\n')
  const begin = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0)
  const length = lines[line - 1]?.length ?? 0
  const from = Math.min(column - 1, length)
  return [begin + (from === length ? 0 : from), begin + length].map((at) => Math.min(at, text.length)) as [
    number,
    number,
  ]
}
