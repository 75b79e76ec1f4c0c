import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { FILE_POLICY } from '@rampart/platform/http/security-headers.ts'

const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** Folder of a built front end, or null where it has not been built, or is being built right now. */
export function builtApp(app: 'storefront' | 'admin', part: 'client' | 'server'): string | null {
  const folder = fileURLToPath(new URL(`../../${app}/build/${part}/`, import.meta.url))
  const last = {
    storefront: { client: 'assets', server: 'index.js' },
    admin: { client: 'index.html', server: '' },
  }
  return existsSync(join(folder, last[app][part])) ? folder : null
}

/** Serves the files of a built front end. Those below `assets/` carry a hash in their name and never change. */
export function mountFiles(app: FastifyInstance, folder: string, prefix: '/' | '/admin/'): void {
  void app.register(fastifyStatic, {
    root: folder,
    prefix,
    wildcard: false,
    globIgnore: ['**/index.html'],
    decorateReply: false,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const forever = path.includes('/assets/')
      void response.header('content-security-policy', FILE_POLICY)
      void response.header(
        'cache-control',
        forever ? `public, max-age=${String(YEAR_MS / 1000)}, immutable` : 'public, max-age=3600',
      )
    },
  })
}
