import { api } from '../api.ts'
import { MailLink } from '../session/mail-link.tsx'

export default function Unlock() {
  return <MailLink texts="unlock" spend={(token) => api.identity.unlockPassword({ token })} />
}
