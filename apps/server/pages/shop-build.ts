import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyRequest } from 'fastify'
import { createRequestHandler, type ServerBuild } from 'react-router'
import { builtApp } from './built-app.ts'
import type { ShopRequest } from './shop-request.ts'

type Handle = ReturnType<typeof createRequestHandler>
type LoadContext = NonNullable<Parameters<Handle>[1]>

type StorefrontBuild = ServerBuild & {
  entry: {
    module: {
      createLoadContext(request: ShopRequest): LoadContext
      /** For a request that came too often. */
      createRefusal(): LoadContext
      /** The whole page for a browser that asked too often; `wait` in seconds. */
      renderTooMany(request: Request, shopName: string, wait: number): string
    }
  }
}

/** The shop's renderer, and what it says of itself. */
export type ShopBuild = StorefrontBuild['entry']['module'] & { readonly handle: Handle }

let loading: Promise<ShopBuild> | undefined

/** Loads the shop's renderer with the first page: the API is up before it is. Null where it has not been built. */
export function shopBuild(): (() => Promise<ShopBuild>) | null {
  const folder = builtApp('storefront', 'server')
  if (folder === null || builtApp('storefront', 'client') === null) return null
  return () => (loading ??= load(join(folder, 'index.js')))
}

async function load(file: string): Promise<ShopBuild> {
  const build = (await import(pathToFileURL(file).href)) as StorefrontBuild
  return { ...build.entry.module, handle: createRequestHandler(build, 'production') }
}

/** The request as the renderer sees it: at the shop's public address, whatever the Host header says. */
export function webRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'authorization') headers.set(name, value)
  }
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null
  // One slash: after two, both `new URL` and the renderer would read a host, and `//[` as no address at all.
  const path = `/${/^\/+(.*)$/.exec(request.raw.url ?? '')?.[1] ?? ''}`
  return new Request(publicUrl + path, {
    method: request.method,
    headers,
    ...(body === null ? {} : { body }),
  })
}
