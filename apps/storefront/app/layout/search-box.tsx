import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useNavigate, useSearchParams } from 'react-router'
import { Icon } from '@rampart/kit/icon.tsx'
import { useCombobox } from '@rampart/kit/use-combobox.ts'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { inOrder } from '../catalog/suggestions.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useSuggestions } from './use-suggestions.ts'

/**
 * The search field: a plain GET form. Where script runs it suggests while one types: arrow keys choose, Enter goes
 * there, Escape closes.
 */
export function SearchBox({
  id,
  label,
  focused = false,
}: {
  id: string
  /** Instead of the usual words. */
  label?: string
  /** Whoever comes here comes to type. */
  focused?: boolean
}) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const hydrated = useHydrated()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const query = params.get('q') ?? ''
  const found = useSuggestions(typed)
  const suggestions = found === null ? [] : inOrder(found)
  const combobox = useCombobox({
    count: suggestions.length,
    onChoose: (index) => {
      const chosen = suggestions[index]
      if (chosen === undefined) return
      if (field.current && chosen.kind === 'query') field.current.value = chosen.text
      setTyped('')
      void navigate(chosen.href)
    },
  })
  const [corrected] = found?.corrected ?? []
  const note = corrected && t('search.suggestMeant', { word: corrected.word, taken: corrected.taken_as })
  const announced = combobox.open
    ? [note, t('search.suggestCount', { count: suggestions.length })].filter(Boolean).join(' ')
    : ''
  return (
    <Form
      role="search"
      method="get"
      action="/search"
      className="relative flex"
      onSubmit={() => {
        combobox.close()
        setTyped('')
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {label ?? t('shell.search')}
      </label>
      <input
        {...(hydrated ? combobox.input : {})}
        key={query}
        ref={field}
        id={id}
        type="search"
        name="q"
        maxLength={200}
        autoFocus={focused}
        defaultValue={query}
        placeholder={label ?? t('shell.searchPlaceholder')}
        onChange={(event) => {
          setTyped(event.target.value)
          combobox.show()
        }}
        className="h-10 w-full rounded-md border border-line-strong bg-surface pr-3 pl-9 text-sm transition-colors hover:border-ink-muted"
      />
      <button
        type="submit"
        aria-label={t('search.button')}
        className="absolute inset-y-0 left-0 flex w-9 items-center justify-center rounded-md text-ink-subtle hover:text-ink"
      >
        <Icon icon={Search} size="sm" />
      </button>
      {combobox.open ? <SuggestionList {...{ suggestions, combobox, note }} /> : null}
      <p role="status" className="visually-hidden">
        {announced}
      </p>
    </Form>
  )
}
