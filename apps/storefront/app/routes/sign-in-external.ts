import { type LoaderFunctionArgs, redirect } from 'react-router'
import { localPath } from '../local-path.ts'
import { shopOf } from '../shop-context.ts'
import { waitingCookie } from '../sign-in/waiting-cookie.ts'

const LIFETIME_SECONDS = 5 * 60

/** Back from a provider with the second step to come: what waits moves from the address into its cookie. */
export function loader({ context, url }: LoaderFunctionArgs) {
  const { searchParams } = url
  const mfa_token = searchParams.get('mfa_token') ?? ''
  if (!/^[\w-]{43}$/.test(mfa_token)) return redirect('/sign-in')
  const methods = (searchParams.get('methods') ?? '').split(' ').slice(0, 5)
  const waiting = { mfa_token, methods, next: localPath(searchParams.get('next'), '/account') }
  const headers = waitingCookie(waiting, LIFETIME_SECONDS, shopOf(context).shop.public_url)
  return redirect('/sign-in/verify', { headers })
}
