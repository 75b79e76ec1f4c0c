import { useState } from 'react'
import { AskStep } from '../recovery/ask-step.tsx'
import { CodeStep, type Verified } from '../recovery/code-step.tsx'
import { NewPasswordStep } from '../recovery/new-password-step.tsx'

type Way = { readonly email: string; readonly verified: Verified | null }

/** The way to a new password. How far it got is known to this page alone: no address shows a code or a token. */
export default function ForgotPassword() {
  const [way, setWay] = useState<Way | null>(null)
  const [over, setOver] = useState(false)
  if (way === null) return <AskStep over={over} onSent={(email) => setWay({ email, verified: null })} />
  const { email, verified } = way
  if (verified === null) {
    return <CodeStep email={email} onVerified={(given) => setWay({ email, verified: given })} />
  }
  const startAgain = () => {
    setOver(true)
    setWay(null)
  }
  return <NewPasswordStep email={email} verified={verified} onOver={startAgain} />
}
