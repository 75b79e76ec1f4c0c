import { useTranslation } from 'react-i18next'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { MailLinkPage } from '../challenge/mail-link-page.tsx'
import { spendMailLink } from '../challenge/spend-mail-link.ts'
import { clientOf } from '../shop-context.ts'

export function loader({ url }: LoaderFunctionArgs) {
  return { token: url.searchParams.get('token') ?? '' }
}

/** Only a press unlocks: programs that open the links of every mail must change nothing. */
export function action({ request, context }: ActionFunctionArgs) {
  return spendMailLink(request, (token) => clientOf(context).identity.unlockPassword({ token }))
}

export default function UnlockPage() {
  const { t } = useTranslation()
  return (
    <MailLinkPage
      words={{
        title: t('unlock.title'),
        lead: t('unlock.lead'),
        button: t('unlock.button'),
        done: {
          title: t('unlock.doneTitle'),
          text: t('unlock.done'),
          link: t('account.signIn'),
          href: '/sign-in',
        },
        failed: {
          title: t('unlock.failedTitle'),
          text: t('unlock.failed'),
          link: t('unlock.reset'),
          href: '/forgot-password',
        },
      }}
    />
  )
}
