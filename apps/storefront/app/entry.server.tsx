import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { EnvironmentProvider } from './environment.tsx'
import { de } from './i18n/de.ts'
import { en } from './i18n/en.ts'
import { registerLocale } from './i18n/instance.ts'
import { readLocale, readTheme } from './preferences.ts'
import { shopContext } from './shop-context.ts'
import type { ShopRequest } from './shop-request.ts'

export { renderTooMany } from './render-too-many.tsx'
export { createRefusal } from './too-many.ts'

const RENDER_LIMIT_MS = 10_000

registerLocale('en', en)
registerLocale('de', de)

/** Gives a request to the pages: everything they may do goes through it. */
export function createLoadContext(request: ShopRequest): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(shopContext, request)
  return context
}

/** Hands what no page expected to the server, which logs it. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  const shop = (context as RouterContextProvider | undefined)?.get(shopContext)
  shop?.report(error)
}

/** Renders a page to a stream. Security headers are the server's business; the nonce is its too. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const shop = loadContext.get(shopContext)
  const environment = { locale: readLocale(request), theme: readTheme(request), nonce: shop.nonce }
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.append('Vary', 'Accept-Language, Cookie')

  return new Promise((resolve, reject) => {
    let answered = false
    let finalStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <EnvironmentProvider value={environment}>
        <ServerRouter context={routerContext} url={request.url} nonce={shop.nonce} />
      </EnvironmentProvider>,
      {
        nonce: shop.nonce,
        // Nothing on a page is deferred: a complete document also serves those without script.
        onAllReady() {
          clearTimeout(limit)
          answered = true
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }))
          pipe(body)
        },
        onShellError(error) {
          clearTimeout(limit)
          reject(error instanceof Error ? error : new Error('Rendering failed.', { cause: error }))
        },
        onError(error) {
          finalStatus = 500
          if (answered) shop.report(error)
        },
      },
    )
    const limit = setTimeout(abort, RENDER_LIMIT_MS)
  })
}
