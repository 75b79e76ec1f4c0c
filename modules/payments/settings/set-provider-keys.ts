import type { Payments } from '@rampart/contracts/payments.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { PaymentsDeps } from '../deps.ts'
import { isUnderWay, keepKeys, lockProvider } from '../store/provider-row.ts'
import type { KeyForm, KeyName, KeyValues } from './key-form.ts'
import { keyFormOf } from './key-forms.ts'
import { type KnownProviders, setupIn } from './known-providers.ts'
import { providerView } from './provider-view.ts'
import { type KeptKeys, sealKeys } from './sealed-keys.ts'

/** For how long the webhook's secret of before counts too: as long as Stripe lets both sign. */
const OLD_SECRET_MS = 86_400_000

type Context = HandlerContext<ErrorCodeOf<Payments, 'setProviderKeys'>>

/** Keeps a provider's keys: looked at for their form, tried there, and encrypted. Those left out stay as they are. */
export const setProviderKeys =
  (deps: PaymentsDeps, known: KnownProviders): Handler<Payments, 'setProviderKeys'> =>
  async ({ provider, keys, keep_old_secret = false }, context) => {
    const form = keyFormOf(provider)
    if (form === null) throw context.fail('PAYMENTS_NO_KEYS')
    const given = readKeys(form, keys, context)
    const before = (await known.setupOf(provider)).kept?.values ?? {}
    const tried = await tryKeys(deps, form, { ...before, ...given }, context)
    const setup = await deps.db.tx(async (tx) => {
      const row = await lockProvider(tx, provider)
      const was = setupIn(deps, row)
      const values = { ...was.kept?.values, ...given }
      const problem = form.contradiction(values)
      if (problem !== null) throw invalid(context, problem.name, problem.message)
      const mode = form.modeOf(was.kept?.values ?? {})
      // What was begun with test keys is unknown to live ones, and the other way round.
      if (mode !== null && mode !== form.modeOf(values) && (await isUnderWay(tx, provider)))
        throw context.fail('PAYMENTS_PROVIDER_IN_USE')
      const kept = { values, old_secret: oldSecret(was.kept, given, keep_old_secret, context.now()) }
      await keepKeys(tx, provider, sealKeys(deps, provider, kept))
      await known.announce(tx)
      await deps.audit.record(tx, context, {
        action: 'payments.keys-set',
        subject_type: 'payment_provider',
        subject_id: provider,
        before: { mode },
        after: { mode: form.modeOf(values), changed: Object.keys(given).toSorted().join(', '), tried },
      })
      return { ...was, kept }
    })
    return { provider: providerView(deps, provider, setup), tried }
  }

function readKeys(
  form: KeyForm,
  keys: Readonly<Record<string, string | undefined>>,
  context: Context,
): KeyValues {
  const given: Partial<Record<KeyName, string>> = {}
  for (const [name, value] of Object.entries(keys)) {
    if (value === undefined) continue
    const field = form.fields.find((known) => known.name === name)
    if (field === undefined) throw invalid(context, name, 'This provider has no such key.')
    if (!field.form.test(value)) throw invalid(context, name, field.hint)
    given[field.name] = value
  }
  if (Object.keys(given).length === 0) throw invalid(context, '', 'Enter at least one key.')
  return given
}

/** Answers whether the provider knows them; false when it could not be asked. */
async function tryKeys(
  deps: PaymentsDeps,
  form: KeyForm,
  values: KeyValues,
  context: Context & CallContext,
): Promise<boolean> {
  const problem = form.contradiction(values)
  if (problem !== null) throw invalid(context, problem.name, problem.message)
  try {
    if (!(await form.knows(deps, context, values))) throw context.fail('PAYMENTS_KEYS_REFUSED')
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAVAILABLE') return false
    throw error
  }
}

function oldSecret(
  was: KeptKeys | null,
  { webhook_secret }: KeyValues,
  keep: boolean,
  now: Date,
): KeptKeys['old_secret'] {
  if (webhook_secret === undefined) return was?.old_secret ?? null
  const old = was?.values.webhook_secret
  return keep && old !== undefined && old !== webhook_secret
    ? { secret: old, until: now.getTime() + OLD_SECRET_MS }
    : null
}

function invalid(context: Context, name: string, message: string): Error {
  return context.fail('VALIDATION_FAILED', {
    errors: [{ path: name === '' ? 'keys' : `keys.${name}`, message }],
  })
}
