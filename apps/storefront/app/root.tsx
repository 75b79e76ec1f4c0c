import type { ReactNode } from 'react'
import {
  Links,
  type LoaderFunctionArgs,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'
import { latinFontFile } from '@rampart/kit/font.ts'
import { LinkProvider } from '@rampart/kit/link.tsx'
import appStyles from './app.css?url'
import favicon from './favicon.svg?url'
import { refuseForgedForms } from './csrf.ts'
import { useEnvironment } from './environment.tsx'
import { ErrorPage } from './layout/error-page.tsx'
import { renderRouterLink } from './layout/router-link.tsx'
import { ShopShell } from './layout/shop-shell.tsx'
import { readIds } from './lists/id-cookie.ts'
import { cartOf } from './cart/cart-of.ts'
import { topOfTree } from './catalog/category-tree.ts'
import { readCurrency } from './preferences.ts'
import { clientOf, shopOf } from './shop-context.ts'
import { refuseTooMany } from './too-many.ts'

export const middleware = [refuseTooMany, refuseForgedForms]

/** What the frame around every page shows. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { shop, shopper, csrf_token, request_id } = shopOf(context)
  const client = clientOf(context)
  const [categories, cart, wishes] = await Promise.all([
    client.catalog.listCategories({}),
    cartOf(context),
    shopper.kind === 'guest' ? guestWishes(request) : client.customers.getWishlistIds({}),
  ])
  return {
    shop,
    shopper: shopper.kind === 'guest' ? null : { email: shopper.email, full_name: shopper.full_name },
    csrf_token,
    request_id,
    categories: topOfTree(categories.items),
    // Where nothing was chosen here, a cart that was priced elsewhere says what its owner wants.
    currency:
      readCurrency(request, shop.currencies) ?? (cart.count > 0 ? cart.subtotal.currency : shop.currency),
    cart_count: cart.count,
    wished: wishes.product_ids,
    noticed: wishes.notice_ids,
    compared: readIds(request, 'compare'),
  }
}

/** What a guest wishes for stays in their browser until they sign in. */
function guestWishes(request: Request): { product_ids: string[]; notice_ids: string[] } {
  return { product_ids: readIds(request, 'wishlist'), notice_ids: [] }
}

/** Walking from page to page changes nothing in the frame; sending a form may. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== 'GET'
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale, theme } = useEnvironment()
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <meta name="theme-color" content="#fbfaf8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#131210" media="(prefers-color-scheme: dark)" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="icon" href={favicon} type="image/svg+xml" />
        <link rel="preload" href={latinFontFile} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={appStyles} />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        <LinkProvider renderLink={renderRouterLink}>{children}</LinkProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <ShopShell>
      <ErrorPage error={error} />
    </ShopShell>
  )
}
