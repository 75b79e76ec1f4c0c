import { useTranslation } from 'react-i18next'
import { ClientError } from '@rampart/client/client-error.ts'
import { Failure } from '../list/failure.tsx'
import { PageTitle } from '../shell/page-title.tsx'

const nothingHere = new ClientError({ code: 'NOT_FOUND', status: 404, message: '' })

export default function NotFound() {
  const { t } = useTranslation()
  return (
    <>
      <PageTitle>{t('common.notFound')}</PageTitle>
      <Failure error={nothingHere} />
    </>
  )
}
