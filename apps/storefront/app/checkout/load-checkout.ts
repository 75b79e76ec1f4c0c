import { type LoaderFunctionArgs, redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { countriesIn } from '../address/countries.ts'
import { needed, pageError } from '../page-errors.ts'
import { readLocale, readRegion } from '../preferences.ts'
import { clientOf, shopOf } from '../shop-context.ts'
import { onlyCountry } from './destination.ts'
import { firstAddress } from './first-address.ts'
import type { Quote } from './types.ts'

/** Addresses of a signed-in customer; a guest has none. */
export async function savedAddresses({ context, url }: Pick<LoaderFunctionArgs, 'context' | 'url'>) {
  if (shopOf(context).shopper.kind === 'guest') return []
  return (await needed(clientOf(context).customers.listAddresses({}), url)).items
}

/** What the cart itself says better than the checkout could. */
const inTheCart = new Set(['CHECKOUT_EMPTY', 'CHECKOUT_ARTICLE_UNKNOWN', 'CHECKOUT_NOT_IN_CURRENCY'])

/** The quote for a destination and a method; an empty cart leads back to the cart. */
export async function quoteFor(
  client: PublicClient,
  wanted: { country: string | undefined; shipping_method: string | undefined },
  url: URL,
): Promise<Quote> {
  const country = /^[A-Z]{2}$/.test(wanted.country ?? '') ? wanted.country : undefined
  try {
    return await client.checkout.quoteCheckout({
      ...(country ? { country } : {}),
      ...(wanted.shipping_method ? { shipping_method: wanted.shipping_method } : {}),
    })
  } catch (error) {
    const { code } = toClientError(error)
    if (inTheCart.has(code)) throw redirect('/cart')
    throw pageError(error, url)
  }
}

/** Where it probably goes, and what it costs there: a saved address, the browser's region, the one country on offer. */
async function openingQuote(
  { request, context, url }: Pick<LoaderFunctionArgs, 'request' | 'context' | 'url'>,
  saved: string | undefined,
) {
  const client = clientOf(context)
  const quoteTo = (country: string | undefined) =>
    quoteFor(client, { country, shipping_method: undefined }, url)
  const likely = saved ?? readRegion(request)
  if (likely) {
    const quote = await quoteTo(likely)
    if (saved || quote.shipping_options.length > 0) return { country: likely, quote }
  }
  const country = onlyCountry((await needed(client.shipping.listMethods({}), url)).items)
  return { country, quote: await quoteTo(country) }
}

/** What the checkout page shows. Each rendering carries a fresh key: sending it twice places one order. */
export async function loadCheckout({ request, context, url }: LoaderFunctionArgs) {
  const addresses = await savedAddresses({ context, url })
  return {
    ...(await openingQuote({ request, context, url }, firstAddress(addresses)?.address.country)),
    addresses,
    countries: countriesIn(readLocale(request)),
    idempotency_key: crypto.randomUUID(),
  }
}
