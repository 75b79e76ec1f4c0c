import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { isLocale } from '../i18n/locale.ts'
import { localPath } from '../local-path.ts'
import { isTheme, preferenceCookie } from '../preferences.ts'
import { shopOf } from '../shop-context.ts'

/** Remembers language or appearance and goes back to the page it was chosen on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const locale = form.get('locale')
  const theme = form.get('theme')
  const secure = shopOf(context).shop.public_url.startsWith('https:')
  const headers = new Headers()
  if (isLocale(locale)) headers.append('Set-Cookie', preferenceCookie('locale', locale, secure))
  if (isTheme(theme)) headers.append('Set-Cookie', preferenceCookie('theme', theme, secure))
  if (!headers.has('Set-Cookie')) return data(null, { status: 400 })
  return redirect(localPath(form.get('return_to')), { headers })
}

export function loader() {
  return redirect('/')
}
