import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { SessionRow } from './session-row.tsx'
import { SignOutEverywhere } from './sign-out-everywhere.tsx'

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.identity.listSessions({}, { signal }),
})

/** Where the account is signed in, with ways to end what its owner does not know. */
export function SessionsCard() {
  const { t } = useTranslation()
  const sessions = useQuery(sessionsQuery)
  const [leaving, setLeaving] = useState(false)
  const { endOne, endOthers } = useEnding()
  return (
    <Card flush title={t('security.sessions.title')}>
      <Loaded query={sessions} loading={<TableSkeleton rows={2} />}>
        {({ items }) => (
          <>
            <ul className="divide-y divide-line">
              {items.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  pending={endOne.isPending && endOne.variables === session.id}
                  onEnd={() => endOne.mutate(session.id)}
                />
              ))}
            </ul>
            <div className="flex flex-wrap gap-2 border-t border-line px-5 py-3">
              {items.length > 1 ? (
                <Button pending={endOthers.isPending} onClick={() => endOthers.mutate()}>
                  {t('security.sessions.endOthers')}
                </Button>
              ) : null}
              <Button className="text-danger!" onClick={() => setLeaving(true)}>
                {t('security.sessions.endAll')}
              </Button>
            </div>
          </>
        )}
      </Loaded>
      {leaving ? <SignOutEverywhere onClose={() => setLeaving(false)} /> : null}
    </Card>
  )
}

function useEnding() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const after = {
    onError: (error: unknown) => toast({ title: failureText(error), tone: 'danger' as const }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  }
  const endOne = useMutation({
    mutationFn: async (session_id: string) => {
      try {
        await api.identity.endSession({ session_id })
      } catch (error) {
        // It is over already, which is what was wanted.
        if (toClientError(error).status !== 404) throw error
      }
    },
    onSuccess: () => toast({ title: t('security.sessions.endedOne') }),
    ...after,
  })
  const endOthers = useMutation({
    mutationFn: () => api.identity.endOtherSessions({}),
    onSuccess: ({ ended }) => toast({ title: t('security.sessions.endedOthers', { count: ended }) }),
    ...after,
  })
  return { endOne, endOthers }
}
