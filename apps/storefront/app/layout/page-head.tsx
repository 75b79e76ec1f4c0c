import { useLocation } from 'react-router'
import { useEnvironment } from '../environment.tsx'
import { useShellData } from './use-shell-data.ts'

/** What a page tells search engines and those who share it. React lifts all of it into the head. */
export function PageHead({
  title,
  description,
  image,
  canonical,
  noIndex,
  type = 'website',
}: {
  /** Without the shop's name, which follows by itself; the home page leaves it out. */
  title?: string
  description?: string | undefined
  /** Path or address of a picture. */
  image?: string | undefined
  /** Path with what belongs to the page's identity; the present path when left out. */
  canonical?: string
  /** Pages of one person, or of one moment. */
  noIndex?: boolean
  type?: 'website' | 'product'
}) {
  const { locale } = useEnvironment()
  const { pathname } = useLocation()
  const shop = useShellData()?.shop
  const name = shop?.name ?? ''
  const fullTitle = title
    ? name
      ? `${title} · ${name}`
      : title
    : `${name}${shop?.tagline ? ` · ${shop.tagline}` : ''}`
  const address = (path: string) => new URL(path, shop?.public_url ?? 'http://localhost').href
  return (
    <>
      <title>{fullTitle}</title>
      {description ? <meta name="description" content={description} /> : null}
      {noIndex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={address(canonical ?? pathname)} />
      )}
      <meta property="og:title" content={title ?? name} />
      <meta property="og:site_name" content={name} />
      <meta property="og:type" content={type} />
      <meta property="og:locale" content={locale === 'de' ? 'de_DE' : 'en_US'} />
      <meta property="og:url" content={address(canonical ?? pathname)} />
      {description ? <meta property="og:description" content={description} /> : null}
      {image ? <meta property="og:image" content={address(image)} /> : null}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  )
}
