import type { PublicClient } from '@rampart/client/public-client.ts'

type Methods = Awaited<ReturnType<PublicClient['shipping']['listMethods']>>['items']

/** The one country that is delivered to; undefined where there are several, or no limits. */
export function onlyCountry(methods: Methods): string | undefined {
  const active = methods.filter((method) => method.active)
  if (active.some((method) => method.countries.length === 0)) return undefined
  const countries = new Set(active.flatMap((method) => method.countries))
  return countries.size === 1 ? [...countries][0] : undefined
}

/** Whether a quote is for a place: the one in the form that was sent, or the one the page opened with. */
export function destinationKnown(
  sent: Record<string, string> | undefined,
  opened: string | undefined,
): boolean {
  if (!sent) return opened !== undefined
  const savedId = sent['address_id']
  return Boolean(sent['country']) || (savedId !== undefined && savedId !== 'new')
}
