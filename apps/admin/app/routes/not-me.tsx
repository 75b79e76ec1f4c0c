import { api } from '../api.ts'
import { MailLink } from '../session/mail-link.tsx'

export default function NotMe() {
  return <MailLink texts="notMe" spend={(token) => api.identity.disownSignIn({ token })} />
}
