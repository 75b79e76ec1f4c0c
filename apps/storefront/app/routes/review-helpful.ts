import { type ActionFunctionArgs, redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { localPath } from '../local-path.ts'
import { notFound, pageError } from '../page-errors.ts'
import { clientOf, shopOf } from '../shop-context.ts'

/** Nothing to look at: it is the target of a button. */
export function loader() {
  throw notFound()
}

/** Counts or takes back a vote, and goes back to where the button was. */
export async function action({ request, context, params, url }: ActionFunctionArgs) {
  const form = await request.formData()
  const next = localPath(form.get('next'))
  if (shopOf(context).shopper.kind === 'guest') return redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  const helpful = form.get('helpful') !== 'false'
  try {
    await clientOf(context).reviews.markHelpful({ review_id: params['reviewId'] ?? '', helpful })
  } catch (error) {
    // One's own review has no such button; whoever calls it nevertheless sees the page as it is.
    if (toClientError(error).code !== 'REVIEWS_OWN') throw pageError(error, url)
  }
  return redirect(next)
}
