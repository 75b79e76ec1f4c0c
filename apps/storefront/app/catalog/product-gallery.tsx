import { useRef, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { Picture } from '@rampart/kit/picture.tsx'
import type { ShopPicture } from './types.ts'

/**
 * The pictures as a strip that snaps; thumbnails are links into it. Without script the browser jumps,
 * with it the strip glides and the address stays as it is.
 */
export function ProductGallery({ pictures, name }: { pictures: ShopPicture[]; name: string }) {
  const { t } = useTranslation()
  const strip = useRef<HTMLUListElement>(null)
  const glide = (event: MouseEvent, index: number) => {
    const target = strip.current?.children[index]
    if (!(target instanceof HTMLElement)) return
    event.preventDefault()
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    strip.current?.scrollTo({ left: target.offsetLeft, behavior: calm ? 'auto' : 'smooth' })
  }
  const frame = 'aspect-[4/5] w-full'
  if (pictures.length <= 1) {
    return (
      <Picture
        image={pictures[0]}
        alt={pictures[0]?.alt || name}
        eager
        sizes="(min-width: 64rem) 55vw, 100vw"
        className={cx('w-full rounded-lg', pictures[0] ? 'aspect-[4/5]' : 'aspect-[3/2]')}
      />
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <ul
        ref={strip}
        tabIndex={0}
        aria-label={t('product.pictures')}
        className="relative flex snap-x snap-mandatory overflow-x-auto rounded-lg bg-well [scrollbar-width:none]"
      >
        {pictures.map((picture, index) => (
          <li
            key={picture.id}
            id={`picture-${index + 1}`}
            className="w-full shrink-0 scroll-mt-24 snap-start"
          >
            <Picture
              image={picture}
              alt={
                picture.alt ||
                `${name}, ${t('product.picture', { number: index + 1, total: pictures.length })}`
              }
              eager={index === 0}
              sizes="(min-width: 64rem) 55vw, 100vw"
              className={frame}
            />
          </li>
        ))}
      </ul>
      <ul className="flex gap-3 overflow-x-auto p-1 -m-1">
        {pictures.map((picture, index) => (
          <li key={picture.id} className="shrink-0">
            <a
              href={`#picture-${index + 1}`}
              onClick={(event) => glide(event, index)}
              aria-label={t('product.picture', { number: index + 1, total: pictures.length })}
              className="block overflow-clip rounded-md"
            >
              <Picture image={picture} alt="" sizes="5rem" className="aspect-[4/5] w-18" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
