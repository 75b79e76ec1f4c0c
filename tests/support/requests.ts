import { pathShape, type Route } from '@rampart/platform/http/route-table.ts'

/** Methods that a path may be asked by. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** The methods that contracts declare at a path, whatever its parameters are called. */
export function declaredAt(routes: readonly Route[], path: string): Set<string> {
  const there = routes.filter((route) => pathShape(route.path) === pathShape(path))
  return new Set(there.map((route) => route.method))
}

/** A path with a value for each of its parameters. */
export function pathWith(path: string, valueOf: (name: string) => string): string {
  return path.replaceAll(/:([a-z_]+)/g, (_all, name: string) => encodeURIComponent(valueOf(name)))
}

/** A multipart body with one file and further text fields. */
export function multipartBody(
  file: string | Buffer,
  fields: Readonly<Record<string, string>> = {},
): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'a-boundary-of-tests'
  const part = (disposition: string, type: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n${type}\r\n`
  const body = Buffer.concat([
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`${part(`name="${name}"`, '')}${value}\r\n`),
    ),
    Buffer.from(part('name="file"; filename="a.png"', 'content-type: image/png\r\n')),
    Buffer.from(file),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
