import { data } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'

/** Uses the token that a form brings up with `spend`, and says how that went. */
export async function spendMailLink(request: Request, spend: (token: string) => Promise<unknown>) {
  const token = String((await request.formData()).get('token') ?? '')
  try {
    await spend(token)
  } catch (error) {
    if (toClientError(error).status !== 400) throw error
    return data({ outcome: 'failed' as const }, { status: 400 })
  }
  return data({ outcome: 'done' as const })
}
