import type { ClientError } from '@rampart/client/client-error.ts'

/** Which text stands under a field. */
type FieldProblem =
  | 'required'
  | 'invalid'
  | 'email'
  | 'password_short'
  | 'postal_code'
  | 'phone'
  | 'too_common'
  | 'domain_refused'
  | 'username'
  | 'username_taken'
  | 'date'

/** Field name → what is wrong with it. */
export type FieldProblems = Record<string, FieldProblem>

const byField: Record<string, FieldProblem> = {
  email: 'email',
  password: 'password_short',
  postal_code: 'postal_code',
  phone: 'phone',
  username: 'username',
  date_of_birth: 'date',
}

/** Reads the refused fields of an answer; `values` tells an empty field from a wrong one. */
export function fieldProblems(failure: ClientError, values: Record<string, string>): FieldProblems {
  const problems: FieldProblems = {}
  for (const { path } of failure.errors) {
    const field =
      path
        .replaceAll('/', '.')
        .replace(/^\.|\.$/g, '')
        .split('.')
        .at(-1) ?? ''
    problems[field] = values[field] ? (byField[field] ?? 'invalid') : 'required'
  }
  return problems
}
