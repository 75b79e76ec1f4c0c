import { renderToStaticMarkup } from 'react-dom/server'
import { EnvironmentProvider } from './environment.tsx'
import { TooManyPage } from './layout/too-many-page.tsx'
import { readLocale, readTheme } from './preferences.ts'

const MAX_KEPT = 500

const kept = new Map<string, string>()

/** The whole page for a browser that asked too often, in its reader's language. `wait` in seconds. */
export function renderTooMany(request: Request, shopName: string, wait: number): string {
  const environment = { locale: readLocale(request), theme: readTheme(request) }
  // Whoever asks again and again shall not cost a page each time.
  const key = `${environment.locale} ${environment.theme} ${String(wait)} ${shopName}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const page = `<!doctype html>${renderToStaticMarkup(
    <EnvironmentProvider value={environment}>
      <TooManyPage shopName={shopName} wait={wait} />
    </EnvironmentProvider>,
  )}`
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(key, page)
  return page
}
