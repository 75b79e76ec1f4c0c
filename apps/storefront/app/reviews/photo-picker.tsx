import { ImagePlus, X } from 'lucide-react'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import type { PhotoProblem } from './send-photo.ts'
import type { OwnReview } from './types.ts'

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif'
const MOST = 5
const tile = 'size-24 rounded-md border border-line bg-well object-cover'
const remove =
  'absolute -top-2 -right-2 inline-flex size-7 items-center justify-center rounded-full border border-line bg-surface text-ink shadow-sm hover:border-ink'

/** The form that takes a photo off; its buttons stand elsewhere, so that Enter in a field never presses one. */
export const REMOVE_FORM = 'remove-photo'

/** Photos of one's review: those that are there, those that go along when it is sent, and room for more. */
export function PhotoPicker({
  kept,
  files,
  problem,
  onChoose,
  onDrop,
}: {
  kept: OwnReview['photos']
  files: File[]
  problem: { name: string; kind: PhotoProblem } | null
  onChoose: (files: File[]) => void
  onDrop: (file: File) => void
}) {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  const input = useRef<HTMLInputElement>(null)
  const room = MOST - kept.length - files.length
  return (
    <fieldset className="space-y-3">
      <legend className="text-control-sm font-medium">
        {t('reviews.photos')} <span className="font-normal text-ink-subtle">{t('shell.optional')}</span>
      </legend>
      <p className="text-sm text-ink-muted">{t('reviews.photosHint', { count: MOST })}</p>
      {problem ? (
        <Notice tone="danger">
          {t(`reviews.photoProblem_${problem.kind}`, { name: problem.name })} {t('reviews.wordsSaved')}
        </Notice>
      ) : null}
      {kept.length + files.length > 0 ? (
        <ul className="flex flex-wrap gap-4">
          {kept.map((photo, index) => (
            <li key={photo.id} className="relative">
              <img
                src={`/api/v1/reviews/photos/${photo.id}`}
                alt={t('reviews.photoOwn', { number: index + 1 })}
                width={photo.width}
                height={photo.height}
                className={tile}
              />
              <button
                type="submit"
                form={REMOVE_FORM}
                name="photo_id"
                value={photo.id}
                aria-label={t('reviews.photoRemove', { number: index + 1 })}
                className={remove}
              >
                <Icon icon={X} size="sm" />
              </button>
            </li>
          ))}
          {files.map((file, index) => (
            <li key={`${file.name} ${file.lastModified} ${index}`} className="relative">
              <Preview file={file} alt={file.name} />
              <button
                type="button"
                aria-label={t('reviews.photoRemove', { number: kept.length + index + 1 })}
                className={remove}
                onClick={() => onDrop(file)}
              >
                <Icon icon={X} size="sm" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {hydrated && room > 0 ? (
        <>
          {/* Without a name: a form of the shop holds no files. */}
          <input
            ref={input}
            type="file"
            accept={ACCEPTED}
            multiple
            aria-label={t('reviews.photosAdd')}
            tabIndex={-1}
            className="visually-hidden"
            onChange={(event) => {
              onChoose([...(event.target.files ?? [])].slice(0, room))
              event.target.value = ''
            }}
          />
          <Button size="sm" onClick={() => input.current?.click()}>
            <Icon icon={ImagePlus} size="sm" />
            {t('reviews.photosAdd')}
          </Button>
        </>
      ) : null}
      {hydrated ? null : <p className="text-sm text-ink-muted">{t('reviews.photosScript')}</p>}
    </fieldset>
  )
}

/** A file that is still in the browser alone. */
function Preview({ file, alt }: { file: File; alt: string }) {
  const show = useCallback(
    (picture: HTMLImageElement) => {
      picture.src = URL.createObjectURL(file)
      return () => URL.revokeObjectURL(picture.src)
    },
    [file],
  )
  return <img ref={show} alt={alt} className={tile} />
}
