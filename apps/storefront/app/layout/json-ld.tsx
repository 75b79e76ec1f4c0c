import { useEnvironment } from '../environment.tsx'

/** Facts about a page for search engines, schema.org in JSON-LD. */
export function JsonLd({ facts }: { facts: Record<string, unknown> }) {
  const { nonce } = useEnvironment()
  // '<' never stands in the text, so that nothing in it can end the script element.
  const text = JSON.stringify({ '@context': 'https://schema.org', ...facts }).replaceAll('<', '\\u003c')
  return (
    <script type="application/ld+json" nonce={nonce} suppressHydrationWarning>
      {text}
    </script>
  )
}
