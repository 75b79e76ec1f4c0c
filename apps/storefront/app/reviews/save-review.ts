import { data, redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { type FieldProblems, fieldProblems } from '../forms/field-errors.ts'
import { formValues } from '../forms/form-values.ts'
import { pageError } from '../page-errors.ts'

/** What the form is shown again with. */
export type ReviewAnswer = { values: Record<string, string>; problems: FieldProblems }

type Words = { rating: number; title: string; text: string; author_name: string }

/** Reads the form, saves it by `save` and goes to one's own reviews, or shows what is wrong. */
export async function saveReview(request: Request, url: URL, save: (words: Words) => Promise<unknown>) {
  const values = formValues(await request.formData())
  const { title = '', text = '', author_name = '' } = values
  try {
    await save({ rating: Number(values['rating'] ?? 0), title, text, author_name })
  } catch (error) {
    const failure = toClientError(error)
    // Somebody who sent it twice has written it: what counts is what the list shows.
    if (failure.code === 'REVIEWS_ALREADY_WRITTEN') return redirect('/account/reviews')
    if (failure.status !== 400) throw pageError(error, url)
    const answer: ReviewAnswer = { values, problems: fieldProblems(failure, values) }
    return data(answer, { status: failure.status })
  }
  return redirect('/account/reviews?sent=1')
}
