import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { DeletePin, DeleteSynonym } from '../search/delete-dialogs.tsx'
import { IndexState } from '../search/index-state.tsx'
import { PinDialog, type PinDraft } from '../search/pin-dialog.tsx'
import { PinList } from '../search/pin-list.tsx'
import type { Pin, Synonym } from '../search/search-queries.ts'
import { SynonymDialog } from '../search/synonym-dialog.tsx'
import { SynonymList } from '../search/synonym-list.tsx'
import { TrySearch } from '../search/try-search.tsx'
import { Page } from '../shell/page.tsx'

const views = ['try', 'synonyms', 'pins', 'index'] as const

type Open =
  | { kind: 'edit-synonym'; synonym: Synonym | null }
  | { kind: 'edit-pin'; pin: PinDraft }
  | { kind: 'delete-synonym'; synonym: Synonym }
  | { kind: 'delete-pin'; pin: Pin }
  | null

const emptyPin: PinDraft = { id: null, question: '', products: [] }

/** What staff say about words and questions, and how the search answers. */
export default function Search() {
  const { t } = useTranslation()
  const params = useListParams()
  const [open, setOpen] = useState<Open>(null)
  const view = oneOf(params.get('view'), views) ?? 'try'
  const close = () => setOpen(null)
  const adding: Partial<Record<typeof view, { label: string; open: Open }>> = {
    synonyms: { label: t('search.addSynonym'), open: { kind: 'edit-synonym', synonym: null } },
    pins: { label: t('search.addPin'), open: { kind: 'edit-pin', pin: emptyPin } },
  }
  const offer = adding[view]
  const add =
    offer === undefined ? null : (
      <Button variant="primary" onClick={() => setOpen(offer.open)}>
        <Icon icon={Plus} size="sm" />
        {offer.label}
      </Button>
    )
  return (
    <Page title={t('search.title')} tab={t('search.title')} lead={t('search.lead')} actions={add}>
      <LinkTabs
        label={t('search.views.label')}
        tabs={views.map((name) => ({
          href: name === 'try' ? '?' : `?view=${name}`,
          label: t(`search.views.${name}`),
          current: view === name,
        }))}
      />
      {view === 'try' ? (
        <TrySearch
          params={params}
          onPin={(question, products) =>
            setOpen({
              kind: 'edit-pin',
              pin: {
                id: null,
                question,
                products: products.slice(0, 3).map(({ id, name }) => ({ id, name })),
              },
            })
          }
        />
      ) : null}
      {view === 'synonyms' ? (
        <SynonymList
          params={params}
          add={add}
          onEdit={(synonym) => setOpen({ kind: 'edit-synonym', synonym })}
          onDelete={(synonym) => setOpen({ kind: 'delete-synonym', synonym })}
        />
      ) : null}
      {view === 'pins' ? (
        <PinList
          params={params}
          add={add}
          onEdit={({ id, question, products }) =>
            setOpen({ kind: 'edit-pin', pin: { id, question, products } })
          }
          onDelete={(pin) => setOpen({ kind: 'delete-pin', pin })}
        />
      ) : null}
      {view === 'index' ? <IndexState /> : null}
      {open?.kind === 'edit-synonym' ? <SynonymDialog synonym={open.synonym} onClose={close} /> : null}
      {open?.kind === 'edit-pin' ? <PinDialog pin={open.pin} onClose={close} /> : null}
      {open?.kind === 'delete-synonym' ? <DeleteSynonym synonym={open.synonym} onClose={close} /> : null}
      {open?.kind === 'delete-pin' ? <DeletePin pin={open.pin} onClose={close} /> : null}
    </Page>
  )
}
