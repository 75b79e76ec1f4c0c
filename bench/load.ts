import autocannon from 'autocannon'

export type Load = {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly failures: number
}

/** One request of a load. */
export type Shot = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Requests addresses in turn from so many connections. Anything but a 2xx counts as a failure. */
export async function load(
  url: string,
  paths: readonly string[],
  seconds: number,
  connections = 32,
  headers: Readonly<Record<string, string>> = {},
): Promise<Load> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    requests: paths.map((path) => ({ method: 'GET', path, headers })),
  })
  return read(result)
}

/** Requests what `next` names, one address after the other whatever the connection, so that all of them differ. */
export async function loadStream(
  url: string,
  next: () => string,
  seconds: number,
  connections = 32,
): Promise<Load> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ method: 'GET', path: '/', setupRequest: (request) => ({ ...request, path: next() }) }],
  })
  return read(result)
}

/**
 * So many requests from so many connections, all of them waited for: a duration would cut off what a slow server is
 * still working on. An answer that is no 2xx or lacks the text counts as a failure.
 */
export async function loadAmount(
  url: string,
  shots: readonly Shot[],
  options: { amount: number; connections: number; holding: string },
): Promise<Load> {
  // The result's own duration is counted in whole seconds.
  const begin = performance.now()
  let last = begin
  const result = await autocannon({
    url,
    connections: options.connections,
    amount: options.amount,
    timeout: 120,
    requests: shots.map(({ method, path, headers = {}, body }) => ({
      method,
      path,
      headers,
      ...(body === undefined ? {} : { body }),
    })),
    verifyBody: (body) => String(body).includes(options.holding),
    setupClient: (client) => {
      client.on('response', () => (last = performance.now()))
    },
  })
  return read(result, (last - begin) / 1000)
}

/**
 * The same one after the other on so many connections, each answer timed to the microsecond: where most take two or three
 * milliseconds, whole ones say little of their spread.
 */
export async function loadTimed(
  url: string,
  next: () => string,
  seconds: number,
  connections: number,
): Promise<Load> {
  const times: number[] = []
  let failures = 0
  const begin = performance.now()
  const ask = async (): Promise<void> => {
    while (performance.now() - begin < seconds * 1000) {
      const sent = performance.now()
      const answer = await fetch(url + next())
      await answer.arrayBuffer()
      times.push(performance.now() - sent)
      if (!answer.ok) failures += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  const sorted = times.sort((left, right) => left - right)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { perSecond: (times.length - failures) / seconds, p50: at(0.5), p99: at(0.99), failures }
}

function read(result: autocannon.Result, seconds = result.duration): Load {
  const { mismatches } = result as { mismatches?: number }
  return {
    perSecond: (result['2xx'] - (mismatches ?? 0)) / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors + (mismatches ?? 0),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
