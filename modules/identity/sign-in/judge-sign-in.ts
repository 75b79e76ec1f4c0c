import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { type Risk, signInRisk } from '../domain/risk.ts'
import { isImpossibleTravel } from '../domain/travel.ts'
import { findWhereabouts } from '../store/sign-in-history.ts'
import { placeOf } from './place-of.ts'
import type { RecognisedDevice } from './recognise-device.ts'

type SignIn = {
  readonly account: { readonly id: string }
  readonly device: RecognisedDevice | null
  readonly before: Risk
}

/** The risk of a sign-in whose password was right: what is unusual for this account adds to the risk of the try. */
export async function judgeSignIn(
  deps: IdentityDeps,
  tx: Tx,
  { account, device, before }: SignIn,
  context: CallContext,
  now: Date,
): Promise<Risk> {
  const newDevice = device?.isNew ?? false
  const { newCountry, from, to } = await travelOf(tx, account.id, context, now)
  const risk = signInRisk(before, { newDevice, newCountry, impossibleTravel: from !== null })
  if (from !== null) {
    await deps.audit.record(tx, context, {
      action: 'authn_impossible_travel',
      subject_type: 'account',
      subject_id: account.id,
      after: { from: from.country, seen_at: new Date(from.at).toISOString(), to, risk },
    })
  }
  return risk
}

async function travelOf(tx: Tx, accountId: string, context: CallContext, now: Date) {
  const country = await placeOf(context)
  const [last, ...earlier] = country === null ? [] : await findWhereabouts(tx, accountId)
  if (country === null || last === undefined) return { newCountry: false, from: null, to: country }
  const from = { country: last.place, at: Date.parse(last.seen_at) }
  return {
    newCountry: ![last, ...earlier].some(({ place }) => place === country),
    from: isImpossibleTravel(from, { country, at: now.getTime() }) ? from : null,
    to: country,
  }
}
