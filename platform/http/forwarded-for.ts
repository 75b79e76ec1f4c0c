import type { IncomingHttpHeaders } from 'node:http'

const HEADER = 'x-forwarded-for'
const PORT_OF_IPV4 = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/
const BRACKETS_OF_IPV6 = /^\[([0-9a-f:.]+)\](?::\d{1,5})?$/i

/**
 * Takes the ports out of X-Forwarded-For that some proxies write behind each address: with them, each connection would be
 * another caller to whatever counts by address.
 */
export function dropForwardedPorts(headers: IncomingHttpHeaders): void {
  const header = headers[HEADER]
  if (typeof header !== 'string' || !header.includes(':')) return
  headers[HEADER] = header.split(',').map(addressOf).join(', ')
}

function addressOf(entry: string): string {
  const text = entry.trim()
  return PORT_OF_IPV4.exec(text)?.[1] ?? BRACKETS_OF_IPV6.exec(text)?.[1] ?? text
}
