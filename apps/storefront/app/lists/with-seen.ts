import { data, type LoaderFunctionArgs } from 'react-router'
import { clientOf, shopOf } from '../shop-context.ts'
import { idsCookie, readIds, withId } from './id-cookie.ts'
import { isSecure } from './list-answer.ts'
import { loadSeen } from './load-seen.ts'

/** The page of a product, with what was looked at before it; from now on it is one of those. */
export async function withSeen<Page extends { product: { id: string } }>(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  page: Page,
) {
  const { id } = page.product
  const seen = await loadSeen(request, clientOf(context), id)
  const cookie = idsCookie('seen', withId(readIds(request, 'seen'), id), isSecure(shopOf(context).shop))
  return data({ ...page, seen }, { headers: { 'Set-Cookie': cookie } })
}
