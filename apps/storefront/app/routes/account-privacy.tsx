import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { requireCustomer } from '../account/require-customer.ts'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { EraseSection } from '../privacy/erase-section.tsx'
import { ExportSection } from '../privacy/export-section.tsx'
import { chooseViews, requestErasure, requestExport } from '../privacy/privacy-actions.ts'
import { ViewsSection } from '../privacy/views-section.tsx'
import { StepUpDialog } from '../security/step-up-dialog.tsx'
import { withStepUp } from '../security/step-up.ts'
import { clientOf, shopOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const { customers, recommendations } = clientOf(context)
  const [exports, views] = await needed(
    Promise.all([customers.listExports({}), recommendations.getViewMemory({})]),
    url,
  )
  return { exports: exports.items, views }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const scope = { client: clientOf(context), shop: shopOf(context), url }
  const form = await request.formData()
  return withStepUp(form, scope.client, async () => {
    switch (form.get('intent')) {
      case 'export':
        return requestExport(scope)
      case 'views':
        return chooseViews(form, scope)
      case 'erase':
        return requestErasure(form, scope)
      default:
        throw data(null, { status: 400 })
    }
  })
}

export default function AccountPrivacy() {
  const { t } = useTranslation()
  const { exports, views } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const resultOf = (about: 'export' | 'erase' | 'views') =>
    answer?.about === about ? answer.result : undefined
  return (
    <>
      <PageHead title={t('privacy.title')} noIndex />
      <h1 className="text-3xl">{t('privacy.title')}</h1>
      <p className="mt-2 max-w-prose text-ink-muted">{t('privacy.lead')}</p>
      <div className="mt-6 space-y-5">
        {answer?.about === 'step_up' ? <StepUpDialog needed={answer} /> : null}
        <ExportSection exports={exports} result={resultOf('export')} />
        <ViewsSection views={views} result={resultOf('views')} />
        <EraseSection result={resultOf('erase')} />
      </div>
    </>
  )
}
