import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { toClientError } from '@rampart/client/client-error.ts'
import { api, type Category } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { categoriesQuery } from './categories-query.ts'
import type { Place } from './steps.ts'

/** Moves a category in one step. Says where it stands now, and keeps the focus on its handle wherever it went. */
export function useMoveCategory(version: string | undefined) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [said, setSaid] = useState('')
  const move = useMutation({
    mutationFn: ({ category, place }: { category: Category; place: Place }) =>
      api.catalog.moveCategory({
        category_id: category.id,
        ...place,
        ...(version === undefined ? {} : { version }),
      }),
    onSuccess: (_moved, { category }) => setSaid(t('tree.moved', { name: category.name })),
    onError: (error) => {
      setSaid('')
      const late = toClientError(error).code === 'CATALOG_TREE_CHANGED'
      toast({ title: late ? t('tree.changed') : failureText(error), tone: 'danger' })
    },
    onSettled: async (_moved, _error, { category }) => {
      const held = document.activeElement?.getAttribute('data-handle') === category.id
      await client.refetchQueries({ queryKey: categoriesQuery.queryKey })
      if (held)
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>(`[data-handle="${category.id}"]`)?.focus(),
        )
    },
  })
  return { move, said }
}
