/** The shape of `content/site.config.ts`. */
import { z } from 'zod'

/** A page of a table of contents by its slug (`index` is the docset's first page), with pages under it. */
export type TocPage = string | { page: string; pages: readonly TocPage[] }

const tocPage: z.ZodType<TocPage> = z.lazy(() =>
  z.union([z.string(), z.object({ page: z.string(), pages: z.array(tocPage) })]),
)

const tag = z.string().refine(isTag, 'expected a language tag such as `fr-FR`')

export const siteConfig = z
  .object({
    /** Origin of the published site: `https://guides.example`. Goes into canonical addresses and the sitemap. */
    url: z.url().transform((url) => url.replace(/\/$/, '')),
    /** Path that the site is published under. */
    base: z
      .string()
      .regex(/^\/(?:[^/?#\s]+\/)*$/, 'expected a path that starts and ends with `/`')
      .default('/'),
    /** Languages in the order in which readers are offered them. */
    locales: z.array(tag).min(1),
    /** The site's name in each language; one that has none takes the first language's. */
    title: z.record(z.string(), z.string()),
    docsets: z.array(
      z.object({
        /** Name of the folder in `content/docs/<locale>/` and of the address. */
        id: z
          .string()
          .regex(/^[a-z\d][a-z\d-]*$/, 'expected lower case letters, digits and `-`')
          .refine((id) => id !== 'search', 'expected another name, search has this address'),
        /** The language that the docset is written in; the others are translations. */
        source: tag,
        /** All pages, in reading order. */
        toc: z.array(tocPage),
      }),
    ),
  })
  .superRefine((config, context) => {
    const known = new Set(config.locales)
    const unknown = (locale: string, path: (string | number)[]) => {
      if (known.has(locale)) return
      context.addIssue({
        code: 'custom',
        path,
        message: `expected one of the site’s locales (${config.locales.join(', ')}), found \`${locale}\``,
      })
    }
    config.docsets.forEach(({ source }, index) => unknown(source, ['docsets', index, 'source']))
    Object.keys(config.title).forEach((locale) => unknown(locale, ['title', locale]))
    const [first = ''] = config.locales
    if (config.title[first]) return
    context.addIssue({
      code: 'custom',
      path: ['title'],
      message: `expected a title for \`${first}\`, which other languages may go without`,
    })
  })

/** What an author writes. */
export type SiteConfig = z.input<typeof siteConfig>

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text
  } catch {
    return false
  }
}
