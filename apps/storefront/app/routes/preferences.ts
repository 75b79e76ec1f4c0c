import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { isLocale } from '../i18n/locale.ts'
import { localPath } from '../local-path.ts'
import { isTheme, preferenceCookie } from '../preferences.ts'
import { chooseCurrency } from '../prices/choose-currency.ts'
import { clientOf, shopOf } from '../shop-context.ts'

/** Remembers language, appearance or currency and goes back to the page it was chosen on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const locale = form.get('locale')
  const theme = form.get('theme')
  const currency = form.get('currency')
  const { shop } = shopOf(context)
  const secure = shop.public_url.startsWith('https:')
  const headers = new Headers()
  if (isLocale(locale)) headers.append('Set-Cookie', preferenceCookie('locale', locale, secure))
  if (isTheme(theme)) headers.append('Set-Cookie', preferenceCookie('theme', theme, secure))
  if (typeof currency === 'string' && shop.currencies.includes(currency)) {
    await chooseCurrency(clientOf(context), currency)
    headers.append('Set-Cookie', preferenceCookie('currency', currency, secure))
  }
  if (!headers.has('Set-Cookie')) return data(null, { status: 400 })
  return redirect(localPath(form.get('return_to')), { headers })
}

export function loader() {
  return redirect('/')
}
