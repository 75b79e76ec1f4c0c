import type { FastifyInstance } from 'fastify'

export type Served = { readonly method: string; readonly path: string }

/** Every method and path that a server answers, as its router has them. */
export function servedRoutes(app: FastifyInstance): Served[] {
  const served: Served[] = []
  const above: string[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^([│├└─\s]*)(\S*)(?: \((.+)\))?$/u.exec(line)
    if (found === null) continue
    const depth = (found[1] ?? '').length / 4
    above.splice(Math.max(0, depth - 1))
    above[Math.max(0, depth - 1)] = found[2] ?? ''
    if (found[3] === undefined) continue
    for (const method of found[3].split(', ')) served.push({ method, path: above.join('') })
  }
  return served
}
