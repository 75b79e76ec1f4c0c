import { useTranslation } from 'react-i18next'
import { Picture } from '@rampart/kit/picture.tsx'
import type { Review } from './types.ts'

/** Photos of a published review; each opens as large as it is kept. */
export function ReviewPhotos({ photos, author }: { photos: Review['photos']; author: string }) {
  const { t } = useTranslation()
  if (photos.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2 pt-1">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a
            href={photo.url}
            target="_blank"
            rel="noreferrer"
            className="block rounded-md border border-line hover:border-ink"
          >
            <Picture
              image={photo}
              alt={t('reviews.photoOf', { number: index + 1, author })}
              sizes="6rem"
              className="size-24 rounded-md"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
