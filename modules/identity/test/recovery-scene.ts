import { type HarnessOptions } from '@rampart/platform/testing/module-harness.ts'
import { EMAIL, PASSWORD } from './scene.ts'
import { totpScene } from './totp-scene.ts'

export const NEW_PASSWORD = 'a staple of correct batteries'

type Verified = { reset_token: string; expires_in: number; birth_date_hint: string | null }

/** A failure as callers see it. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no failure',
    (error: { code: string; status: number; message: string }) => [error.code, error.status, error.message],
  )
}

/** The scene of identity's tests with the steps of a recovery and of a change of address. */
export async function recoveryScene(options: HarnessOptions = {}) {
  const scene = await totpScene(options)
  const { h } = scene
  let host = 0

  /** Another network each time, so that only the limit under test counts. */
  const elsewhere = () => {
    host += 1
    return { ip: `198.18.${host >> 8}.${host & 255}` }
  }
  const mailSecret = async (account_id: string, purpose: string, reference?: string) => {
    const about = reference === undefined ? {} : { reference }
    const issued: { token: string | null; recipient: string } = await h.call(
      'issueMailToken',
      { account_id, purpose, ...about },
      { caller: 'notifications' },
    )
    return issued
  }
  const otpFor = async (email = EMAIL): Promise<string> =>
    (await mailSecret(await scene.idOf(email), 'reset_otp')).token ?? ''

  return {
    ...scene,
    elsewhere,
    mailSecret,
    otpFor,
    forgot: (email = EMAIL, operation = 'forgotPassword') => h.call(operation, { email }, elsewhere()),
    verifyOtp: (otp: string, email = EMAIL, operation = 'verifyResetCode'): Promise<Verified> =>
      h.call(operation, { email, otp }, elsewhere()),
    /** A token that sets the password of an account. */
    resetToken: async (email = EMAIL, operation = 'verifyResetCode'): Promise<string> => {
      const otp = await otpFor(email)
      const { reset_token }: Verified = await h.call(operation, { email, otp }, elsewhere())
      return reset_token
    },
    reset: (reset_token: string, more: object = {}, operation = 'resetPassword') =>
      h.call(operation, { reset_token, new_password: NEW_PASSWORD, ...more }, elsewhere()),
    setBirthDate: (day: string, email = EMAIL) =>
      h.db.pool.query('UPDATE identity.accounts SET date_of_birth = $2 WHERE email = $1', [email, day]),
    password: PASSWORD,
  }
}

export type RecoveryScene = Awaited<ReturnType<typeof recoveryScene>>
