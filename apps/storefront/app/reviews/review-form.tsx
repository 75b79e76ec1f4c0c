import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { Stars } from '@rampart/kit/stars.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { useProblemText } from '../forms/use-problem-text.ts'
import { PhotoPicker, REMOVE_FORM } from './photo-picker.tsx'
import type { ReviewAnswer } from './save-review.ts'
import type { OwnReview } from './types.ts'
import { usePhotos } from './use-photos.ts'

/** Stars, words and the name that stands beside them; complete without any script. */
export function ReviewForm({
  values,
  photos,
  answer: plain,
  cancel,
}: {
  values: Record<string, string | undefined>
  photos: OwnReview['photos']
  answer: ReviewAnswer | undefined
  cancel: string
}) {
  const { t } = useTranslation()
  const { state } = useNavigation()
  const chosen = usePhotos()
  const answer = chosen.answer ?? plain
  const problem = useProblemText(answer?.problems)
  const shown = answer?.values ?? values
  return (
    <>
      <ShopForm
        className="space-y-6"
        onSubmit={(event) => {
          if (chosen.submit(event.currentTarget)) event.preventDefault()
        }}
      >
        {answer ? <Notice tone="danger">{t('checkout.errorTitle')}</Notice> : null}
        <RadioCards
          legend={t('reviews.yourRating')}
          name="rating"
          required
          defaultValue={shown['rating']}
          error={problem('rating')}
          options={[5, 4, 3, 2, 1].map((stars) => ({
            value: String(stars),
            label: (
              <span className="flex items-center gap-3">
                <Stars value={stars} label={t('reviews.stars', { count: stars })} size="md" />
                <span aria-hidden="true" className="text-control-sm font-normal text-ink-muted">
                  {t('reviews.stars', { count: stars })}
                </span>
              </span>
            ),
          }))}
        />
        <TextField
          label={t('reviews.headline')}
          optional={t('shell.optional')}
          name="title"
          maxLength={120}
          defaultValue={shown['title']}
          error={problem('title')}
        />
        <TextArea
          label={t('reviews.text')}
          hint={t('reviews.textHint')}
          name="text"
          required
          rows={7}
          maxLength={4000}
          defaultValue={shown['text']}
          error={problem('text')}
        />
        <TextField
          label={t('reviews.name')}
          hint={t('reviews.nameHint')}
          optional={t('shell.optional')}
          name="author_name"
          maxLength={60}
          autoComplete="nickname"
          defaultValue={shown['author_name']}
          error={problem('author_name')}
        />
        <PhotoPicker
          kept={photos}
          files={chosen.files}
          problem={chosen.problem}
          onChoose={chosen.choose}
          onDrop={chosen.drop}
        />
        <p className="text-sm text-ink-muted">{t('reviews.moderated')}</p>
        <div className="flex gap-3">
          <Button type="submit" variant="primary" pending={state === 'submitting' || chosen.pending}>
            {t('reviews.send')}
          </Button>
          <LinkButton href={cancel} variant="ghost">
            {t('account.cancel')}
          </LinkButton>
        </div>
      </ShopForm>
      {photos.length > 0 ? <ShopForm id={REMOVE_FORM} /> : null}
    </>
  )
}
