import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'
import { api } from '../api.ts'
import { tailOf } from '../audit/subject.ts'
import { useCan, useMe } from '../session/use-me.ts'

/** Who is behind an id: 'You', their name for those who may see accounts, else the end of the id. */
export function usePersonName(id: string | null): string {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const person = useQuery({
    queryKey: ['users', 'one', id],
    enabled: id !== null && id !== me.id && can('identity:read'),
    staleTime: 300_000,
    retry: false,
    queryFn: ({ signal }) => api.identity.getUser({ user_id: id ?? '' }, { signal }),
  })
  if (id === null) return t('users.product')
  if (id === me.id) return t('users.you')
  return person.data?.full_name ?? t('users.somebody', { tail: tailOf(id) ?? id })
}

/** The name of a person, which leads to their account for those who may see it. */
export function PersonName({ id }: { id: string | null }) {
  const can = useCan()
  const name = usePersonName(id)
  if (id === null || !can('identity:read')) return name
  return (
    <KitLink href={`/users/${id}`} className="underlined">
      {name}
    </KitLink>
  )
}
