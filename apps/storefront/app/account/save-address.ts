import { data, redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { readAddress } from '../address/read-address.ts'
import { type FieldProblems, fieldProblems } from '../forms/field-errors.ts'
import { filled, formValues } from '../forms/form-values.ts'
import { pageError } from '../page-errors.ts'

/** What the form is shown again with. */
export type AddressAnswer = { values: Record<string, string>; problems: FieldProblems; tooMany: boolean }

type AddressInput = Parameters<PublicClient['customers']['createAddress']>[0]

/** Reads the form, saves it by `save`, and goes back to the list, or shows what is wrong. */
export async function saveAddress(
  request: Request,
  url: URL,
  save: (input: AddressInput) => Promise<unknown>,
) {
  const values = formValues(await request.formData())
  try {
    await save({
      ...readAddress(values),
      ...filled({ label: values['label'] ?? '' }),
      is_default: values['is_default'] === 'true',
    })
  } catch (error) {
    const failure = toClientError(error)
    const tooMany = failure.code === 'CUSTOMERS_TOO_MANY_ADDRESSES'
    if (failure.status !== 400 && !tooMany) throw pageError(error, url)
    const answer: AddressAnswer = { values, problems: fieldProblems(failure, values), tooMany }
    return data(answer, { status: failure.status })
  }
  return redirect('/account/addresses')
}
