import { isCountry } from './address/countries.ts'
import { isLocale, negotiateLocale, regionOf, type Locale } from './i18n/locale.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'

const themes: ThemeChoice[] = ['system', 'light', 'dark']

function cookieValue(request: Request, name: string): string | undefined {
  const found = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)
  return found?.[1]
}

export function isTheme(value: unknown): value is ThemeChoice {
  return themes.includes(value as ThemeChoice)
}

/** The reader's language: their own choice, else what their browser asks for. */
export function readLocale(request: Request): Locale {
  const chosen = cookieValue(request, 'locale')
  return isLocale(chosen) ? chosen : negotiateLocale(request.headers.get('accept-language'))
}

/** The country that the browser's first language belongs to, when it names one. */
export function readRegion(request: Request): string | undefined {
  const region = regionOf(request.headers.get('accept-language'))
  return region !== undefined && isCountry(region) ? region : undefined
}

/** Light or dark when chosen, else as the system has it. */
export function readTheme(request: Request): ThemeChoice {
  const chosen = cookieValue(request, 'theme')
  return isTheme(chosen) ? chosen : 'system'
}

/** What the reader chose to see prices in, where the shop sells in it. */
export function readCurrency(request: Request, offered: readonly string[]): string | undefined {
  const chosen = cookieValue(request, 'currency')
  return chosen !== undefined && offered.includes(chosen) ? chosen : undefined
}

/** A cookie that remembers a preference for a year. It holds nothing secret and no identity. */
export function preferenceCookie(
  name: 'locale' | 'theme' | 'currency',
  value: string,
  secure: boolean,
): string {
  return `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}
