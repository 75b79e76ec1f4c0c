import { api } from '../api.ts'
import { MailLink } from '../session/mail-link.tsx'

export default function Unlock() {
  return <MailLink texts="unlock" use={(token) => api.identity.unlockPassword({ token })} />
}
