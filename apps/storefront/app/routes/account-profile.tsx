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
import { AvatarSection } from '../profile/avatar-section.tsx'
import { DetailsSection } from '../profile/details-section.tsx'
import { EmailSection } from '../profile/email-section.tsx'
import { askForEmail, saveDetails } from '../profile/profile-actions.ts'
import { StepUpDialog } from '../security/step-up-dialog.tsx'
import { withStepUp } from '../security/step-up.ts'
import { clientOf, shopOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const { identity } = clientOf(context)
  const [me, { change }] = await needed(Promise.all([identity.getMe({}), identity.getEmailChange({})]), url)
  return { me, change }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const scope = { client: clientOf(context), shop: shopOf(context), url }
  const form = await request.formData()
  return withStepUp(form, scope.client, async () => {
    switch (form.get('intent')) {
      case 'details':
        return saveDetails(form, scope)
      case 'email':
        return askForEmail(form, scope)
      default:
        throw data(null, { status: 400 })
    }
  })
}

export default function AccountProfile() {
  const { t } = useTranslation()
  const { me, change } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const outcomeOf = (about: 'details' | 'email') => (answer?.about === about ? answer.outcome : undefined)
  return (
    <>
      <PageHead title={t('profile.title')} noIndex />
      <h1 className="text-3xl">{t('profile.title')}</h1>
      <div className="mt-6 space-y-5">
        {answer?.about === 'step_up' ? <StepUpDialog needed={answer} /> : null}
        <DetailsSection me={me} outcome={outcomeOf('details')} />
        <EmailSection email={me.email} change={change} outcome={outcomeOf('email')} />
        <AvatarSection name={me.full_name} url={me.avatar_url} />
      </div>
    </>
  )
}
