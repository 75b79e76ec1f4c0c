import { useActionData, useLoaderData, useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'

type Words = {
  readonly title: string
  readonly lead: string
  readonly button: string
  readonly done: {
    readonly title: string
    readonly text: string
    readonly link: string
    readonly href: string
  }
  readonly failed: {
    readonly title: string
    readonly text: string
    readonly link: string
    readonly href: string
  }
}

/** The page behind a link in a mail: nothing happens before its button is pressed. */
export function MailLinkPage({ words, danger = false }: { words: Words; danger?: boolean }) {
  const { token } = useLoaderData<{ token: string }>()
  const answer = useActionData<{ outcome: 'done' | 'failed' }>()
  const { state } = useNavigation()
  const outcome = answer?.outcome ?? (token ? null : 'failed')
  if (outcome !== null) {
    const { title, text, link, href } = words[outcome]
    return (
      <FormPage title={title} lead={text}>
        <PageHead title={title} noIndex />
        <LinkButton href={href} variant="primary">
          {link}
        </LinkButton>
      </FormPage>
    )
  }
  return (
    <FormPage title={words.title} lead={words.lead}>
      <PageHead title={words.title} noIndex />
      <ShopForm>
        <input type="hidden" name="token" value={token} />
        <Button type="submit" variant={danger ? 'danger' : 'primary'} block pending={state === 'submitting'}>
          {words.button}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
