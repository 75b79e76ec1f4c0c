import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { cx } from '@rampart/kit/cx.ts'
import { DropZone } from '@rampart/kit/drop-zone.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import { Spinner } from '@rampart/kit/spinner.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import type { WirePicture } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Editing } from './use-draft.ts'
import { pictureTypes, useUploads } from './upload-pictures.ts'

/** The list with the entry at `from` moved to `to`. */
function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const entry = list[from]
  return entry === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, entry)
}

/** The pictures of a product: upload, order, say what they show, remove. The first is the cover. */
export function PicturesCard({
  editing,
  onUploaded,
}: {
  editing: Editing
  onUploaded: (picture: WirePicture) => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { pictures } = editing.draft
  const [selected, setSelected] = useState<string | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const uploads = useUploads(onUploaded)
  const set = (next: WirePicture[]) => editing.change({ pictures: next })
  const at = pictures.findIndex(({ id }) => id === selected)
  const current = pictures[at]

  return (
    <Card title={t('catalog.pictures')}>
      <div className="flex flex-col gap-4">
        {uploads.failures.map(({ name, error }) => (
          <Notice key={name} tone="danger">
            {t('catalog.uploadFailed', { name, reason: failureText(error) })}
          </Notice>
        ))}
        {editing.errorAt('pictures') ? <Notice tone="danger">{editing.errorAt('pictures')}</Notice> : null}
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-5">
          {pictures.map((picture, index) => (
            <li
              key={picture.id}
              draggable
              onDragStart={() => setDragged(index)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => {
                if (dragged === null) return
                event.preventDefault()
                if (dragged === index) return
                set(moved(pictures, dragged, index))
                setDragged(index)
              }}
              className={cx('relative', dragged === index && 'opacity-40')}
            >
              <button
                type="button"
                aria-label={t('catalog.editPicture', { number: index + 1 })}
                aria-pressed={picture.id === selected}
                onClick={() => setSelected(picture.id === selected ? null : picture.id)}
                className="block w-full overflow-clip rounded-md border border-line aria-pressed:outline-2 aria-pressed:outline-offset-1 aria-pressed:outline-accent"
              >
                <Picture image={picture} alt="" sizes="160px" className="aspect-square w-full" />
              </button>
              {index === 0 ? (
                <Badge className="pointer-events-none absolute top-1.5 left-1.5">{t('catalog.cover')}</Badge>
              ) : null}
              {picture.alt === '' ? (
                <Badge tone="warning" className="pointer-events-none absolute right-1.5 bottom-1.5">
                  {t('catalog.altMissing')}
                </Badge>
              ) : null}
            </li>
          ))}
          {Array.from({ length: uploads.waiting }, (_, index) => (
            <li
              key={`waiting-${index}`}
              className="flex aspect-square items-center justify-center rounded-md bg-well text-ink-subtle"
            >
              <Spinner />
              <span className="visually-hidden">{t('catalog.uploading')}</span>
            </li>
          ))}
          <li className={pictures.length + uploads.waiting === 0 ? 'col-span-full' : ''}>
            <DropZone
              label={t('catalog.addPictures')}
              hint={pictures.length + uploads.waiting === 0 ? t('catalog.dropPictures') : undefined}
              accept={pictureTypes}
              multiple
              onFiles={(files) => void uploads.add(files)}
              className={pictures.length + uploads.waiting === 0 ? 'w-full' : 'aspect-square size-full'}
            />
          </li>
        </ul>
        {current ? (
          <div className="flex flex-wrap items-start gap-2 rounded-md bg-well p-3">
            <TextField
              label={t('catalog.alt')}
              hint={t('catalog.altHint')}
              maxLength={300}
              className="min-w-56 flex-1"
              value={current.alt}
              error={editing.errorAt(`pictures.${at}.alt`)}
              onChange={(event) => set(pictures.with(at, { ...current, alt: event.target.value }))}
            />
            <div className="flex gap-1 pt-6.5">
              <IconButton
                icon={ArrowLeft}
                label={t('catalog.moveEarlier')}
                disabled={at === 0}
                onClick={() => set(moved(pictures, at, at - 1))}
              />
              <IconButton
                icon={ArrowRight}
                label={t('catalog.moveLater')}
                disabled={at === pictures.length - 1}
                onClick={() => set(moved(pictures, at, at + 1))}
              />
              <IconButton
                icon={Trash2}
                label={t('catalog.removePicture')}
                onClick={() => set(pictures.toSpliced(at, 1))}
              />
            </div>
          </div>
        ) : null}
      </div>
    </Card>
  )
}
