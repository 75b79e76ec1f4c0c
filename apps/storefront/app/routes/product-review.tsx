import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { requireCustomer } from '../account/require-customer.ts'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { ReviewForm } from '../reviews/review-form.tsx'
import { saveReview } from '../reviews/save-review.ts'
import { clientOf } from '../shop-context.ts'

type Args = Pick<LoaderFunctionArgs, 'context' | 'params' | 'url'>

/** The product, and what the customer has written about it already. */
async function load({ context, params, url }: Args) {
  requireCustomer({ context, url })
  const { catalog, reviews } = clientOf(context)
  const product = await needed(catalog.getProductBySlug({ slug: params['slug'] ?? '' }), url)
  const own = await needed(reviews.listOwnReviews({ product_id: product.id, page_size: 1 }), url)
  return { product: { id: product.id, slug: product.slug, name: product.name }, own: own.items[0] ?? null }
}

export async function loader(args: LoaderFunctionArgs) {
  return load(args)
}

export async function action(args: ActionFunctionArgs) {
  const { product, own } = await load(args)
  const { reviews } = clientOf(args.context)
  const form = await args.request.formData()
  const photo_id = form.get('photo_id')
  if (photo_id !== null) {
    await needed(reviews.removeReviewPhoto({ photo_id: String(photo_id) }), args.url)
    return redirect(`/p/${product.slug}/review`)
  }
  return saveReview(form, args.url, (words) =>
    own === null
      ? reviews.createReview({ product_id: product.id, ...words })
      : reviews.updateReview({ review_id: own.id, ...words }),
  )
}

export default function ProductReview() {
  const { t } = useTranslation()
  const { product, own } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const title = t(own ? 'reviews.editTitle' : 'reviews.writeTitle')
  const values = own ? { ...own, rating: String(own.rating) } : {}
  const { rating, title: headline, text, author_name } = values as Record<string, string | undefined>
  return (
    <>
      <PageHead title={title} noIndex />
      <FormPage title={title} lead={product.name}>
        <ReviewForm
          values={{ rating, title: headline, text, author_name }}
          photos={own?.photos ?? []}
          answer={answer && 'problems' in answer ? answer : undefined}
          cancel={`/p/${product.slug}#reviews`}
        />
      </FormPage>
    </>
  )
}
