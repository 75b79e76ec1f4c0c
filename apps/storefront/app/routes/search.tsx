import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { readListQuery } from '../catalog/list-query.ts'
import { ProductList } from '../catalog/product-list.tsx'
import { RescueNote } from '../catalog/rescue-note.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { SearchBox } from '../layout/search-box.tsx'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

/** The fragment of those who come to type. No element has it, so nothing is scrolled to. */
const FIND = '#find'

export async function loader({ context, url }: LoaderFunctionArgs) {
  const query = readListQuery(url.searchParams)
  const list = await needed(clientOf(context).search.searchProducts(query), url)
  return { list, query: query.q ?? '' }
}

export default function SearchPage() {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const { list, query } = useLoaderData<typeof loader>()
  const title = query ? t('search.titleFor', { query }) : t('search.everything')
  return (
    <div className="page pt-8">
      <PageHead title={title} canonical="/search" {...(query ? { noIndex: true } : {})} />
      <h1 className="text-3xl wrap-anywhere">{title}</h1>
      <div className="max-w-xl pt-5 lg:hidden">
        <SearchBox key={query + hash} id="page-search" label={t('search.prompt')} focused={hash === FIND} />
      </div>
      {list.rescue && list.total > 0 ? <RescueNote rescue={list.rescue} /> : null}
      <div className="pt-8">
        <ProductList list={list} />
      </div>
    </div>
  )
}
