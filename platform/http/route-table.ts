import type { Contract, Http, Operation } from '../contract/define-contract.ts'

/** One operation at one method and path below the API prefix. */
export type Route = {
  readonly contract: string
  readonly name: string
  readonly operation: Operation
  readonly http: Http
  readonly method: Http['method']
  readonly path: string
  /** False for aliases and further methods, which the documentation leaves out. */
  readonly canonical: boolean
}

/** Every route that the contracts declare. Two operations at one place are an error. */
export function routeTable(contracts: readonly Contract[]): Route[] {
  const routes: Route[] = []
  for (const contract of contracts) {
    for (const [name, operation] of Object.entries(contract.operations)) {
      const { http } = operation
      if (http === undefined) continue
      for (const path of [http.path, ...(http.aliases ?? [])]) {
        for (const method of [http.method, ...(http.methods ?? [])]) {
          const canonical = path === http.path && method === http.method
          routes.push({ contract: contract.name, name, operation, http, method, path, canonical })
        }
      }
    }
  }
  assertDistinct(routes)
  return routes
}

/** A path with its parameters' names taken out: two paths are the same place when these are equal. */
export function pathShape(path: string): string {
  return path.replaceAll(/:[a-z_]+/g, ':')
}

function assertDistinct(routes: readonly Route[]): void {
  const seen = new Map<string, Route>()
  for (const route of routes) {
    const place = `${route.method} ${pathShape(route.path)}`
    const other = seen.get(place)
    if (other !== undefined) {
      throw new Error(
        `${route.contract}.${route.name} and ${other.contract}.${other.name} both answer ${place}.`,
      )
    }
    seen.set(place, route)
  }
}
