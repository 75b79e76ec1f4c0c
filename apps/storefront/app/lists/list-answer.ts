import { data, redirect } from 'react-router'
import { localPath } from '../local-path.ts'

/**
 * What follows a press on a button of a list: without script the page it stood on, by its hidden field; with script
 * nothing, for the page is there already and loads what has changed.
 */
export function listAnswer(form: FormData, cookies: string[] = []) {
  const headers = new Headers(cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]))
  const back = form.get('return_to')
  return back === null ? data({ done: true }, { headers }) : redirect(localPath(back), { headers })
}

/** The cookie belongs on HTTPS alone where the shop is reached so. */
export function isSecure(shop: { public_url: string }): boolean {
  return shop.public_url.startsWith('https:')
}
