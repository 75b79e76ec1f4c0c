import { data, redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'

/** The page that says there is nothing here. */
export function notFound() {
  return data(null, { status: 404 })
}

/**
 * What a page does with a call that fails: not there is a 404 page, not signed in leads to sign-in, and any other
 * refusal keeps its status. What nobody expected stays a 500.
 */
export function pageError(error: unknown, url: URL): unknown {
  const failure = toClientError(error)
  // Whoever waits for a fresh proof handles that (`withStepUp`).
  if (failure.code === 'UNAVAILABLE' || failure.code === 'STEP_UP_REQUIRED') return error
  if (failure.status === 401) {
    return redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  }
  if (failure.status === 400 && failure.errors.some((problem) => problem.path.endsWith('id')))
    return notFound()
  return data(null, { status: failure.status })
}

/** Waits for what a page needs, and turns a failure into the page it deserves. */
export async function needed<T>(call: Promise<T>, url: URL): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw pageError(error, url)
  }
}
