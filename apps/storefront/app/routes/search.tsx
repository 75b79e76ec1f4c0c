import { useTranslation } from 'react-i18next'
import { Form, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { Search } from 'lucide-react'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { readListQuery } from '../catalog/list-query.ts'
import { ProductList } from '../catalog/product-list.tsx'
import { RescueNote } from '../catalog/rescue-note.tsx'
import { PageHead } from '../layout/page-head.tsx'
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
      <Form
        method="get"
        action="/search"
        role="search"
        className="flex max-w-xl items-end gap-2 pt-5 lg:hidden"
      >
        <TextField
          key={query + hash}
          autoFocus={hash === FIND}
          className="flex-1"
          id="page-search"
          label={t('search.prompt')}
          labelHidden
          type="search"
          name="q"
          maxLength={200}
          defaultValue={query}
          placeholder={t('search.prompt')}
          lead={<Icon icon={Search} size="sm" />}
        />
        <Button type="submit" variant="primary">
          {t('search.button')}
        </Button>
      </Form>
      {list.rescue && list.total > 0 ? <RescueNote rescue={list.rescue} /> : null}
      <div className="pt-8">
        <ProductList
          list={list}
          empty={{
            title: query ? t('search.emptyTitle', { query }) : t('list.emptyTitle'),
            text: query ? t('search.empty') : t('list.empty'),
          }}
        />
      </div>
    </div>
  )
}
