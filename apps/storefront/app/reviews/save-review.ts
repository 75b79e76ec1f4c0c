import { data, redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { type FieldProblems, fieldProblems } from '../forms/field-errors.ts'
import { formValues } from '../forms/form-values.ts'
import { pageError } from '../page-errors.ts'

/** What the form is shown again with. */
export type ReviewAnswer = { values: Record<string, string>; problems: FieldProblems }

type Words = { rating: number; title: string; text: string; author_name: string }

/**
 * Saves a form by `save` and goes to one's own reviews, or shows what is wrong. Where photos follow, it stays and says
 * which review they go to.
 */
export async function saveReview(form: FormData, url: URL, save: (words: Words) => Promise<{ id: string }>) {
  const values = formValues(form)
  const { title = '', text = '', author_name = '' } = values
  try {
    const { id } = await save({ rating: Number(values['rating'] ?? 0), title, text, author_name })
    return values['stay'] === '1' ? data({ saved: id }) : redirect('/account/reviews?sent=1')
  } catch (error) {
    const failure = toClientError(error)
    // Somebody who sent it twice has written it: what counts is what the list shows.
    if (failure.code === 'REVIEWS_ALREADY_WRITTEN') return redirect('/account/reviews')
    if (failure.status !== 400) throw pageError(error, url)
    const answer: ReviewAnswer = { values, problems: fieldProblems(failure, values) }
    return data(answer, { status: failure.status })
  }
}
