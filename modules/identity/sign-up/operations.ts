import type { IdentityDeps } from '../deps.ts'
import { createAccount } from './create-account.ts'
import { getSetup } from './get-setup.ts'
import { issueSetupToken } from './issue-setup-token.ts'
import { issueVerificationToken } from './issue-verification-token.ts'
import { register } from './register.ts'
import { resendVerification } from './resend-verification.ts'
import { setUpOwner } from './set-up-owner.ts'
import { verifyEmail } from './verify-email.ts'

/** Becoming known. */
export const signUpOperations = (deps: IdentityDeps) => ({
  register: register(deps),
  verifyEmail: verifyEmail(deps),
  resendVerification: resendVerification(deps),
  getSetup: getSetup(deps),
  setUpOwner: setUpOwner(deps),
  issueSetupToken: issueSetupToken(deps),
  createAccount: createAccount(deps),
  issueVerificationToken: issueVerificationToken(deps),
})
