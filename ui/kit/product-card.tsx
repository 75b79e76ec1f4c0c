import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { KitLink } from './link.tsx'
import { Picture, type PictureSource } from './picture.tsx'

/** A product in a grid: the picture speaks, the words stay small. The whole card leads to the product. */
export function ProductCard({
  href,
  title,
  eyebrow,
  image,
  hoverImage,
  price,
  badge,
  sizes,
  eager,
  level = 3,
  fit = 'cover',
}: {
  href: string
  title: string
  /** Over the title: the brand. */
  eyebrow?: ReactNode
  /** `undefined` in a list where nothing has a picture: the card is then a bordered one of words. */
  image: PictureSource | null | undefined
  hoverImage?: PictureSource | null | undefined
  price: ReactNode
  badge?: ReactNode
  sizes?: string
  eager?: boolean
  level?: 2 | 3
  fit?: 'cover' | 'contain'
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const box = 'aspect-[4/5] w-full'
  const words = (
    <div className="flex flex-col gap-0.5">
      {eyebrow ? <p className="text-xs text-ink-subtle">{eyebrow}</p> : null}
      <Heading className="text-base font-medium">
        <KitLink
          href={href}
          className="line-clamp-3 after:absolute after:inset-0 group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4"
        >
          {title}
        </KitLink>
      </Heading>
      {price}
    </div>
  )
  if (image === undefined) {
    return (
      <article className="group relative flex h-full flex-col gap-3 rounded-lg border border-line bg-surface p-4 transition-colors hover:border-line-strong">
        {badge ? <div className="flex gap-1.5">{badge}</div> : null}
        {words}
      </article>
    )
  }
  return (
    <article className="group relative flex flex-col gap-3">
      <div className="relative overflow-clip rounded-md bg-well">
        <Picture
          image={image}
          alt=""
          fit={fit}
          {...(sizes ? { sizes } : {})}
          {...(eager ? { eager } : {})}
          className={cx(box, 'transition-transform duration-500 ease-out group-hover:scale-[1.02]')}
        />
        {hoverImage ? (
          <Picture
            image={hoverImage}
            alt=""
            fit={fit}
            {...(sizes ? { sizes } : {})}
            className={cx(
              box,
              'absolute inset-0 opacity-0 transition-opacity duration-300 group-hover:opacity-100',
            )}
          />
        ) : null}
        {/* Pictures are as bright at night: what lies on them keeps its light colours. */}
        {badge ? <div className="scheme-light absolute top-3 left-3 flex gap-1.5">{badge}</div> : null}
      </div>
      {words}
    </article>
  )
}
