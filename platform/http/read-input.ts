import type { FastifyRequest } from 'fastify'
import { failure } from '../errors/app-error.ts'
import { readFormBody } from './read-form.ts'
import { assertPlain, readJson, readText } from './read-json.ts'
import { readMultipart } from './read-multipart.ts'
import type { Route } from './route-table.ts'

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

/**
 * Puts an operation's input together from path, query and body. A field may come from one place only: path
 * parameters win over nothing, a second source for the same name is refused.
 */
export async function readInput(route: Route, request: FastifyRequest): Promise<Record<string, unknown>> {
  const params = request.params as Record<string, unknown>
  const input: Record<string, unknown> = {}
  merge(input, params)
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'DELETE') {
    if (request.body !== undefined && request.body !== null) {
      merge(input, readStructuredBody(route, request))
    }
    merge(input, request.query as Record<string, unknown>)
  } else {
    merge(input, await readBody(route, request))
  }
  assertPlain(input)
  return input
}

async function readBody(route: Route, request: FastifyRequest): Promise<Record<string, unknown>> {
  if (Object.keys(request.query as object).length > 0) {
    throw failure('VALIDATION_FAILED', {
      errors: Object.keys(request.query as object)
        .slice(0, 20)
        .map((key) => ({ path: key.slice(0, 100), message: 'Send this in the body, not in the address.' })),
    })
  }
  if (route.http.body === 'multipart') return readMultipart(request)
  if (route.http.body === 'raw') {
    return { raw_body: bodyText(request), headers: plainHeaders(request) }
  }
  return readStructuredBody(route, request)
}

function readStructuredBody(route: Route, request: FastifyRequest): Record<string, unknown> {
  const type = mediaType(request)
  // The multipart parser leaves its body on the stream, so it seems to be empty.
  if (type === 'multipart/form-data') throw failure('UNSUPPORTED_MEDIA_TYPE')
  if (request.body === undefined || request.body === null) return {}
  const text = bodyText(request)
  if (type === FORM) {
    if (route.http.body !== 'form') throw failure('UNSUPPORTED_MEDIA_TYPE')
    return readFormBody(text)
  }
  if (type !== JSON_TYPE) throw failure('UNSUPPORTED_MEDIA_TYPE')
  if (text === '') return {}
  const value = readJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw failure('VALIDATION_FAILED', { errors: [{ path: '', message: 'The body must be a JSON object.' }] })
  }
  return value as Record<string, unknown>
}

function bodyText(request: FastifyRequest): string {
  return Buffer.isBuffer(request.body) ? readText(request.body) : ''
}

function mediaType(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function plainHeaders(request: FastifyRequest): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'cookie' && name !== 'authorization') headers[name] = value
  }
  return headers
}

function merge(target: Record<string, unknown>, source: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(source)) {
    if (key === '__proto__' || Object.hasOwn(target, key)) {
      throw failure('VALIDATION_FAILED', {
        errors: [{ path: key.slice(0, 100), message: 'This field is given twice.' }],
      })
    }
    target[key] = value
  }
}
