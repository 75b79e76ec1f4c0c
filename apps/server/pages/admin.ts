import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { newNonce, pagePolicy } from '@rampart/platform/http/security-headers.ts'
import type { Runtime } from '../boot/runtime.ts'
import { builtApp, mountFiles } from './built-app.ts'

const NONCE_MARK = '__CSP_NONCE__'

/** The back office below `/admin`: one page whose scripts carry the nonce of each answer, and its files. */
export function mountAdmin(app: FastifyInstance, { config }: Pick<Runtime, 'config'>): void {
  const folder = builtApp('admin', 'client')
  if (folder === null) return
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const sendPage = (reply: FastifyReply): FastifyReply => {
    const nonce = newNonce()
    return reply
      .header('content-security-policy', pagePolicy(nonce, [], config.recaptcha !== null))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_MARK, nonce))
  }
  mountFiles(app, folder, '/admin/')
  // The app's addresses all begin with `/admin/`; the router takes both spellings for one, so the request tells.
  app.get('/admin', (request, reply) =>
    /^\/admin(\?|$)/.test(request.url) ? reply.redirect('/admin/', 308) : sendPage(reply),
  )
  app.get('/admin/*', (_request, reply) => sendPage(reply))
}
