import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { addPasskey } from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { Failure } from '../list/failure.tsx'
import { factorsQuery } from '../security/factors-query.ts'
import { KeptCodes } from '../security/kept-codes.tsx'
import { PasskeyButton } from '../security/passkey-button.tsx'
import { askForProof } from '../security/step-up.ts'
import { StepUpDialog } from '../security/step-up-dialog.tsx'
import { TotpSetup } from '../security/totp-setup.tsx'
import { Entrance } from '../session/entrance.tsx'
import { localPath } from '../session/local-path.ts'
import { useMeQuery } from '../session/use-me.ts'

/** Where staff are led who have not given a second factor: to set one up, or to give the one they have. */
export default function EnrolFactor() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const next = localPath(params.get('next'))
  const me = useMeQuery()
  const factors = useQuery({ ...factorsQuery, enabled: me.data !== undefined })
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const go = async () => {
    await client.invalidateQueries()
    await navigate(next, { replace: true })
  }
  const leave = useMutation({
    mutationFn: () => api.identity.logout({}),
    onSettled: async () => {
      client.clear()
      await navigate('/sign-in', { replace: true })
    },
  })
  if (me.isError && toClientError(me.error).status === 401) return <Navigate to="/sign-in" replace />
  if (me.data?.enrolment_required === false && codes === null) return <Navigate to={next} replace />
  const has = factors.data !== undefined && (factors.data.totp || factors.data.passkeys > 0)
  return (
    <Entrance
      wide
      title={codes === null ? t('security.factors.enrolTitle') : t('security.totp.codesTitle')}
      lead={
        codes !== null ? '' : has ? t('security.factors.enrolProofLead') : t('security.factors.enrolLead')
      }
    >
      <StepUpDialog />
      {factors.isError || me.isError ? (
        <Failure error={factors.error ?? me.error} onRetry={() => void factors.refetch()} />
      ) : null}
      {factors.isPending ? <Skeleton className="h-44" /> : null}
      {codes !== null && me.data ? (
        <KeptCodes codes={codes} email={me.data.email} onKept={() => void go()} />
      ) : null}
      {codes === null && has ? (
        <Button
          variant="primary"
          size="lg"
          block
          onClick={() => void askForProof().then((proven) => (proven ? go() : undefined))}
        >
          {t('security.factors.proofTitle')}
        </Button>
      ) : null}
      {codes === null && factors.data !== undefined && !has ? (
        <>
          <Card title={t('security.totp.setUpTitle')}>
            <TotpSetup onDone={setCodes} />
          </Card>
          <PasskeyButton
            label={t('security.factors.enrolPasskey')}
            primary={false}
            use={async () => {
              await addPasskey(api.identity)
              await go()
            }}
          />
        </>
      ) : null}
      {codes === null ? (
        <Button variant="ghost" block pending={leave.isPending} onClick={() => leave.mutate()}>
          {t('security.factors.signOut')}
        </Button>
      ) : null}
    </Entrance>
  )
}
