import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Sends what the shop's renderer answered, under a content security policy; cookies that stand already stay. */
export function sendResponse(reply: FastifyReply, response: Response, policy: string): FastifyReply {
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') void reply.header(name, value)
  }
  const own = reply.getHeader('set-cookie')
  const lines = [...(own === undefined ? [] : [own].flat().map(String)), ...response.headers.getSetCookie()]
  if (lines.length > 0) void reply.removeHeader('set-cookie').header('set-cookie', lines)
  void reply.code(response.status).header('content-security-policy', policy)
  if (!response.headers.has('cache-control')) void reply.header('cache-control', 'no-store')
  return reply.send(response.body === null ? undefined : Readable.fromWeb(response.body as never))
}
