import { Client, errors } from '@opensearch-project/opensearch'

/** Nobody answers, or what answers has no index: PostgreSQL is asked in its place. */
export class SearchAwayError extends Error {
  override readonly name = 'SearchAwayError'
}

/** A body, a query, a clause: what OpenSearch reads as JSON. Texts that people write are values in it, never syntax. */
export type Json = Record<string, unknown>

export type Hit = { readonly _id: string; readonly _score: number | null; readonly _source?: Json; readonly matched_queries?: readonly string[] } // prettier-ignore

export type Answer = {
  readonly hits: { readonly total?: { readonly value: number }; readonly hits: readonly Hit[] }
  readonly aggregations?: Json
  readonly suggest?: Readonly<Record<string, readonly { readonly options: readonly { readonly text: string; readonly freq: number }[] }[]>> // prettier-ignore
}

export type BulkItem = { readonly id: string; readonly status: number; readonly reason: string | null }

/** An OpenSearch, over its official client. Every method throws `SearchAwayError` where it cannot be reached. */
export type Cluster = ReturnType<typeof openCluster>

export const SEARCH_MS = 2_000
const WRITE_MS = 30_000
const REFRESH_MS = 600_000
const BUSY = 429
const MISSING = 404

/** Connects when it is asked first. Questions have two seconds, writing has thirty, a whole new index has minutes. */
export function openCluster(url: string) {
  const client = new Client({ node: url, maxRetries: 0, requestTimeout: WRITE_MS })
  const send = async (
    method: string,
    path: string,
    { body, lines, ms = WRITE_MS, ...rest }: Request = {},
  ) => {
    try {
      const content = lines === undefined ? (body === undefined ? {} : { body }) : { bulkBody: [...lines] }
      const request = { method, path, querystring: rest.querystring ?? {}, ...content }
      const answer = await client.transport.request(request, { requestTimeout: ms })
      return answer.body as Json
    } catch (error) {
      throw asAway(error)
    }
  }
  return {
    /** @throws SearchAwayError also when there is no such index or alias */
    search: async (index: string, body: Json): Promise<Answer> =>
      (await send('POST', `/${index}/_search`, { body, ms: SEARCH_MS })) as unknown as Answer,
    /** Writes to an alias, and only there: one that does not exist answers 404 for each item. */
    bulk: async (alias: string, lines: readonly Json[], refresh: boolean): Promise<BulkItem[]> => {
      const querystring = { require_alias: 'true', refresh: String(refresh) }
      const answer = await send('POST', `/${alias}/_bulk`, { lines, querystring })
      const { items } = answer as unknown as BulkAnswer
      return items.map((item) => {
        const [outcome] = Object.values(item)
        return {
          id: outcome?._id ?? '',
          status: outcome?.status ?? 0,
          reason: outcome?.error?.reason ?? null,
        }
      })
    },
    version: async (): Promise<number> => {
      const { version } = (await send('GET', '/')) as { version: { number: string } }
      return Number.parseInt(version.number, 10)
    },
    createIndex: async (name: string, body: Json): Promise<void> => {
      await send('PUT', `/${name}`, { body })
    },
    deleteIndex: async (name: string): Promise<void> => {
      await send('DELETE', `/${name}`, { querystring: { ignore_unavailable: 'true' } })
    },
    /** Makes what was written findable. */
    refresh: async (name: string): Promise<void> => {
      await send('POST', `/${name}/_refresh`, { ms: REFRESH_MS })
    },
    putSettings: async (name: string, settings: Json): Promise<void> => {
      await send('PUT', `/${name}/_settings`, { body: settings })
    },
    /** All of it happens, or nothing. */
    updateAliases: async (actions: readonly Json[]): Promise<void> => {
      await send('POST', '/_aliases', { body: { actions } })
    },
    /** Indexes whose name fits a pattern, with their aliases and what was noted in their mapping. */
    indexes: async (
      pattern: string,
      ms = WRITE_MS,
    ): Promise<{ name: string; aliases: string[]; meta: Json }[]> => {
      const querystring = { ignore_unavailable: 'true', allow_no_indices: 'true' }
      const found = await send('GET', `/${pattern}`, { querystring, ms })
      return Object.entries(found as Readonly<Record<string, IndexInfo>>).map(
        ([name, { aliases, mappings }]) => ({
          name,
          aliases: Object.keys(aliases),
          meta: mappings?._meta ?? {},
        }),
      )
    },
    close: () => client.close(),
  }
}

type Request = {
  readonly body?: Record<string, unknown>
  readonly lines?: readonly Json[]
  readonly querystring?: Record<string, string>
  readonly ms?: number
}
type BulkAnswer = { items: Record<string, { _id: string; status: number; error?: { reason?: string } }>[] }
type IndexInfo = { aliases: Json; mappings?: { _meta?: Json } }

// Neither keeps the client's error: it knows the address, and the password in it.
function asAway(error: unknown): Error {
  if (error instanceof errors.ResponseError) {
    const status = error.statusCode ?? 0
    if (status >= 500 || status === BUSY || status === MISSING) return new SearchAwayError(error.message)
    return new Error(`OpenSearch refused a request: ${error.message}`)
  }
  const unreachable =
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError ||
    error instanceof errors.DeserializationError
  if (unreachable) return new SearchAwayError(error.message)
  return error instanceof Error ? error : new Error('OpenSearch could not be asked.')
}
