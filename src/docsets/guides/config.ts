/** The shape of `content/site.config.ts`. */
import { z } from 'zod'
import { reservedNames } from '../address.ts'
import { baseProblem } from '../base.ts'

/** A page of a table of contents by its slug (`index` is the docset's first page), with pages under it. */
export type TocPage = string | { page: string; pages: readonly TocPage[] }

const tocPage: z.ZodType<TocPage> = z.lazy(() =>
  z.union([z.string(), z.object({ page: z.string(), pages: z.array(tocPage) })]),
)

/** A name in addresses, attributes and keys of the interface strings. */
const name = z.string().regex(/^[a-z\d][a-z\d-]*$/, 'expected lower case letters, digits and `-`')

/** Names of one kind, each once. */
const names = z
  .array(name)
  .refine((all) => new Set(all).size === all.length, 'expected every name once')

const tag = z.string().refine(isTag, 'expected a language tag such as `fr-FR`')

const phase = z.union([
  name.transform((id) => ({ id, optional: false })),
  z.object({
    id: name,
    /** Not everybody goes through it. */
    optional: z.boolean().default(false),
  }),
])

const downloads = z.array(z.string().min(1)).default([])

export const siteConfig = z
  .object({
    /** Origin of the published site: `https://guides.example`. Goes into canonical addresses and the sitemap. */
    url: z.url().transform((url) => url.replace(/\/$/, '')),
    /** Path that the site is published under. */
    base: z
      .string()
      .superRefine((base, context) => {
        const expected = baseProblem(base)
        if (expected) context.addIssue({ code: 'custom', message: `expected ${expected}` })
      })
      .default('/'),
    /** Address of a guide's file where the team keeps them, `{path}` in place of `content/docs/…`. */
    repository: z
      .string()
      .regex(/^https?:\/\/\S+\{path\}/, 'expected an address with `{path}` in it')
      .optional(),
    /** Languages in the order in which readers are offered them. */
    locales: z.array(tag).min(1),
    /**
     * No-break spaces of French: `imprimerie` has U+202F before ; ! ? and U+00A0 before : and in « »,
     * `microsoft` has U+00A0 everywhere.
     */
    french: z.enum(['imprimerie', 'microsoft']).default('imprimerie'),
    /** The site's name in each language; one that has none takes the first language's. */
    title: z.record(
      z.string(),
      z.string().refine((text) => text.isWellFormed(), 'expected whole characters'),
    ),
    docsets: z.array(
      z.object({
        /** Name of the folder in `content/docs/<locale>/` and of the address. */
        id: name.refine(
          (id) => !reservedNames.includes(id),
          'expected another name, the site has a page of its own at this address',
        ),
        /** The language that the docset is written in; the others are translations. */
        source: tag,
        /**
         * Docsets of one group stand on the home page under a heading of their own, behind those without a
         * group. Its words are in `content/ui/<locale>.json`: `group.<id>`.
         */
        group: name.optional(),
        /** All pages, in reading order. */
        toc: z.array(tocPage),
        /**
         * Phases that a reader goes through, in order. Their labels, like those of the other names
         * below, are in `content/ui/<locale>.json`: `<docset>.phase.<id>`.
         */
        phases: z
          .array(phase)
          .refine(
            (all) => new Set(all.map(({ id }) => id)).size === all.length,
            'expected every phase once',
          )
          .refine(
            (all) => !all.some(({ id }) => id === 'none'),
            'expected another name than `none`',
          )
          .default([]),
        /** What runs beside all phases, from the first to the last: `<docset>.alongside.<id>`. */
        alongside: names.default([]),
        /** Who acts: `<docset>.party.<id>`. */
        parties: names.default([]),
        /** What a step may concern: `<docset>.service.<id>`. */
        services: names.default([]),
        /**
         * What readers come to do, for the home page: `<docset>.task.<id>`. `to` is a page of the
         * docset by its slug, or what is made of its steps, `checklist/<party>` or `print`; an anchor
         * may follow: `index#the-five-phases`.
         */
        tasks: z.array(z.object({ id: name, to: z.string() })).default([]),
      }),
    ),
    /**
     * Files that a browser may run, such as `.html` and `.js`, which pages may offer as downloads: patterns
     * of `<docset>/<path in the docset>`, for guides and docfx docsets alike.
     */
    downloads,
    /** What docfx docsets, which are built unchanged, are to have besides. */
    docfx: z
      .array(
        z.object({
          /** The docset's name, as in its address. */
          docset: name,
          /** Makes one page of several that each list what one party does. */
          responsibilities: z.object({
            /** Name of the new page, the last part of its address. */
            page: name,
            /** The page of each party, relative to the docset's folder, in the order of the columns. */
            parties: z.record(name, z.string().endsWith('.md')),
          }),
        }),
      )
      .default([]),
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
