type Seo = { readonly seo_title: string; readonly seo_description: string }

/** What search engines are told of a page, where it is something of its own. */
export function viewSeo({ seo_title, seo_description }: Seo): Partial<Seo> {
  return {
    ...(seo_title === '' ? {} : { seo_title }),
    ...(seo_description === '' ? {} : { seo_description }),
  }
}
