import { toClientError } from '@rampart/client/client-error.ts'

export type PolicyProblem = { line: number | null; message: string }

/** What the server finds wrong with a policy's text, with the line where it says one. */
export function policyProblems(thrown: unknown): PolicyProblem[] {
  if (thrown === null || thrown === undefined) return []
  const { code, errors, message: whole } = toClientError(thrown)
  if (code !== 'ACCESS_POLICY_INVALID') return []
  // Where no field is named, the message itself is all that was found.
  const found = errors.length > 0 || whole === '' ? errors : [{ path: '', message: whole }]
  return found.map(({ path, message }) => {
    const line = /\bline (\d+)/i.exec(`${path} ${message}`)?.[1] ?? /^(?:text\.)?(\d+)\b/.exec(path)?.[1]
    return { line: line === undefined ? null : Number(line), message }
  })
}
