import { data, redirectDocument } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { pageError } from '../page-errors.ts'
import type { ShopRequest } from '../shop-request.ts'
import { isEraseWord } from './erase-word.ts'

/** What the page says about the last press of a button. */
export type PrivacyAnswer = {
  about: 'export' | 'erase' | 'views'
  result: 'remembered' | 'forgotten' | 'requested' | 'running' | 'too_soon' | 'wrong_word' | 'under_way'
}

type Scope = { client: PublicClient; shop: ShopRequest; url: URL }

/** Asks for an archive. */
export async function requestExport({ client, url }: Scope) {
  try {
    await client.customers.requestExport({})
  } catch (error) {
    return refusal('export', error, url)
  }
  return answer('export', 'requested', 202)
}

/** Keeps the choice whether what is looked at is remembered. */
export async function chooseViews(form: FormData, { client, url }: Scope) {
  const remember = form.get('remember') === 'yes'
  try {
    await client.recommendations.setViewMemory({ remember })
  } catch (error) {
    throw pageError(error, url)
  }
  return answer('views', remember ? 'remembered' : 'forgotten', 200)
}

/** Has the account erased, once the word was typed, and leaves the shop signed out. */
export async function requestErasure(form: FormData, { client, shop, url }: Scope) {
  if (!isEraseWord(String(form.get('word') ?? ''))) return answer('erase', 'wrong_word', 400)
  try {
    await client.customers.requestErasure({ confirmation: 'ERASE' })
  } catch (error) {
    return refusal('erase', error, url)
  }
  shop.endSession()
  return redirectDocument('/goodbye')
}

const results: Readonly<Record<string, PrivacyAnswer['result']>> = {
  CUSTOMERS_EXPORT_RUNNING: 'running',
  CUSTOMERS_EXPORT_TOO_SOON: 'too_soon',
  CUSTOMERS_ORDERS_UNDER_WAY: 'under_way',
}

function refusal(about: PrivacyAnswer['about'], error: unknown, url: URL) {
  const failure = toClientError(error)
  const result = results[failure.code]
  if (result === undefined) throw pageError(error, url)
  return answer(about, result, failure.status)
}

function answer(about: PrivacyAnswer['about'], result: PrivacyAnswer['result'], status: number) {
  return data<PrivacyAnswer>({ about, result }, { status })
}
