import { z } from 'zod'
import type { Access, Operation } from '../contract/define-contract.ts'
import { takesApproval } from '../contract/guard.ts'
import { commonErrors } from '../errors/common-errors.ts'
import { tierOf } from './request-limits.ts'
import type { Route } from './route-table.ts'

type JsonSchema = Record<string, unknown>

export type OpenApiInfo = { readonly title: string; readonly version: string; readonly description: string }

type Options = {
  /** What keys of programs never act on, as permissions name it: `identity`. */
  readonly closedToKeys: readonly string[]
}

const PROBLEM = { $ref: '#/components/schemas/Problem' }

/** The OpenAPI 3.1 document of the routes, made from the contracts' schemas. `prefix` is where they are served. */
export function openApi(
  routes: readonly Route[],
  prefix: string,
  info: OpenApiInfo,
  options: Options,
): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    if (!route.canonical) continue
    const path = prefix + route.path.replaceAll(/:([a-z_]+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route, options) }
  }
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema() },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: 'rampart_shop' },
        staff_session: { type: 'apiKey', in: 'cookie', name: 'rampart_staff' },
        api_key: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'rk_…',
          description: 'An API key of one of the staff, with no more permissions than it was given.',
        },
      },
    },
  }
}

function describe(route: Route, options: Options): JsonSchema {
  const { operation, http } = route
  const input = jsonSchema(operation.input, 'input')
  const properties = (input['properties'] ?? {}) as Record<string, JsonSchema>
  const required = new Set((input['required'] ?? []) as string[])
  const pathNames = [...route.path.matchAll(/:([a-z_]+)/g)].map((match) => match[1] ?? '')
  const inQuery = route.method === 'GET' || route.method === 'DELETE'
  const rest = Object.entries(properties).filter(([name]) => !pathNames.includes(name))
  const parameters = [
    ...pathNames.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? {} })),
    ...(inQuery
      ? rest.map(([name, schema]) => ({ name, in: 'query', required: required.has(name), schema }))
      : []),
    ...(operation.kind === 'command' && operation.idempotency !== 'none'
      ? [idempotencyParameter(operation)]
      : []),
    ...(takesApproval(operation) ? [approvalParameter] : []),
  ]
  return {
    operationId: `${route.contract}.${route.name}`,
    tags: [route.contract],
    summary: operation.summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(inQuery || (rest.length === 0 && http.body !== 'raw')
      ? {}
      : { requestBody: requestBody(route, input, rest, required) }),
    responses: responses(route),
    ...securityOf(operation, options),
    'x-allow': operation.access.allow,
    'x-limit': tierOf(operation),
    ...(operation.access.permission === undefined ? {} : { 'x-permission': operation.access.permission }),
    ...(operation.access.own === undefined ? {} : { 'x-own': operation.access.own }),
  }
}

/** What a caller brings; where a guest may call as well, nothing needs to be brought. */
function securityOf({ access }: Operation, options: Options): JsonSchema {
  if (access.allow?.some((caller) => caller === 'anyone' || caller === 'guest') === true) return {}
  return {
    security: [
      { bearer: [] },
      ...(access.allow?.includes('customer') === true ? [{ session: [] }] : []),
      ...(access.allow?.includes('staff') === true ? [{ staff_session: [] }] : []),
      ...(countsForKeys(access, options) ? [{ api_key: [] }] : []),
    ],
  }
}

/** A key acts as its owner of the staff, but proves nothing: what wants a fresh proof is closed to it. */
function countsForKeys({ allow, permission, fresh }: Access, { closedToKeys }: Options): boolean {
  if (allow?.includes('staff') !== true || permission === undefined || fresh === true) return false
  return !closedToKeys.includes(permission.split(':', 1)[0] ?? '')
}

function requestBody(
  route: Route,
  input: JsonSchema,
  rest: [string, JsonSchema][],
  required: Set<string>,
): JsonSchema {
  const body = {
    type: 'object',
    properties: Object.fromEntries(rest),
    required: rest.map(([name]) => name).filter((name) => required.has(name)),
    additionalProperties: false,
    ...(input['$defs'] === undefined ? {} : { $defs: input['$defs'] }),
  }
  switch (route.http.body) {
    case 'raw':
      return { required: true, content: { '*/*': { schema: { type: 'string' } } } }
    case 'multipart': {
      const fields = { ...body.properties, file: { type: 'string', format: 'binary' } }
      return {
        required: true,
        content: { 'multipart/form-data': { schema: { ...body, properties: fields } } },
      }
    }
    case 'form':
      return {
        required: true,
        content: {
          'application/json': { schema: body },
          'application/x-www-form-urlencoded': { schema: body },
        },
      }
    default:
      return { required: body.required.length > 0, content: { 'application/json': { schema: body } } }
  }
}

function responses(route: Route): JsonSchema {
  const { operation, http } = route
  const status = String(http.status ?? 200)
  const table: Record<string, unknown> = {}
  if (status === '204') table[status] = { description: 'Done.' }
  else if (http.answer === 'binary' || http.answer === 'file') {
    table[status] = {
      description: 'The file.',
      content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
    }
  } else {
    const schema = jsonSchema(operation.output, 'output')
    table[status] = { description: 'Success.', content: { 'application/json': { schema } } }
  }
  for (const [failureStatus, lines] of failuresOf(operation)) {
    table[String(failureStatus)] = {
      description: lines.join('\n\n'),
      content: { 'application/problem+json': { schema: PROBLEM } },
    }
  }
  return table
}

function failuresOf(operation: Operation): Map<number, string[]> {
  const byStatus = new Map<number, string[]>()
  const { VALIDATION_FAILED, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, RATE_LIMITED, INTERNAL } = commonErrors
  const always = { VALIDATION_FAILED, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, RATE_LIMITED, INTERNAL }
  const table = { ...always, ...operation.errors }
  for (const [code, { status, message }] of Object.entries(table)) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${message}`])
  }
  return byStatus
}

function idempotencyParameter(operation: Operation): JsonSchema {
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required: operation.idempotency === 'required',
    description: 'The same key again gets the answer of the first request. Kept for 24 hours.',
    schema: { type: 'string', maxLength: 257 },
  }
}

const approvalParameter: JsonSchema = {
  name: 'X-Approval-Id',
  in: 'header',
  required: false,
  description:
    'Where a policy wants a second person: the approval of exactly this call. See `POST /approvals`.',
  schema: { type: 'string', format: 'uuid' },
}

function problemSchema(): JsonSchema {
  const text = { type: 'string' }
  const count = { type: 'integer' }
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail', 'request_id'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: text,
      detail: text,
      request_id: text,
      errors: {
        type: 'array',
        items: { type: 'object', properties: { path: text, message: text, line: count, column: count } },
      },
    },
  }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema
  return rest
}
