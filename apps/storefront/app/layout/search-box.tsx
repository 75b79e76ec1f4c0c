import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Form, useSearchParams } from 'react-router'
import { Icon } from '@rampart/kit/icon.tsx'

/** The search field of the header: a plain GET form. */
export function SearchBox({ id }: { id: string }) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const query = params.get('q') ?? ''
  return (
    <Form role="search" method="get" action="/search" className="relative flex">
      <label htmlFor={id} className="visually-hidden">
        {t('shell.search')}
      </label>
      <input
        key={query}
        id={id}
        type="search"
        name="q"
        maxLength={200}
        defaultValue={query}
        placeholder={t('shell.searchPlaceholder')}
        className="h-10 w-full rounded-md border border-line-strong bg-surface pr-3 pl-9 text-sm transition-colors hover:border-ink-muted"
      />
      <button
        type="submit"
        aria-label={t('search.button')}
        className="absolute inset-y-0 left-0 flex w-9 items-center justify-center rounded-md text-ink-subtle hover:text-ink"
      >
        <Icon icon={Search} size="sm" />
      </button>
    </Form>
  )
}
