/** The shape of `content/site.config.ts`: types, defaults, the JSON schema and the manual come from it. */
import { z } from 'zod'
import type { FormatHook, LintHook, SearchHook } from '#plugins/hooks.ts'
import type { PluggableList } from 'unified'
import { baseProblem } from './address-names.ts'
import { docset, installable, name, offline, tag } from './docset-options.ts'
import { componentNameProblem } from './components.ts'
import {
  type LocalizedText,
  announcement,
  footer,
  header,
  ownComponent,
  themeOptions,
} from './theme-options.ts'

const docfxAddition = z.strictObject({
  docset: name.describe('The docset’s name, as in its address.'),
  responsibilities: z
    .strictObject({
      page: name.describe('Name of the new page, the last part of its address.'),
      parties: z
        .record(name, z.string().endsWith('.md'))
        .describe(
          'The page of each party, relative to the docset’s folder, in the order of the columns.',
        ),
    })
    .optional()
    .describe('Makes one page of several that each list what one party does.'),
  offline,
  installable,
  xrefSearch: z
    .string()
    .regex(/^https?:\/\/.*\{uid\}/, 'expected an address with `{uid}` in it')
    .optional()
    .describe(
      'The address of a search for cross references that nothing in the docset has, with `{uid}` where the uid stands.',
    ),
})

/** A list of plugins of unified, or of lists of them with options. */
const unifiedPlugins = z.custom<PluggableList>(Array.isArray, 'expected a list of unified plugins')

const isFunction = (value: unknown) => typeof value === 'function'

const format = z.strictObject({
  name: name.describe('Its name for `export --to`.'),
  extension: z
    .string()
    .regex(/^\.[a-z\d]+$/, 'expected an extension such as `.json`')
    .describe('The extension of its files, with the dot; `import` knows them by it.'),
  write: z
    .custom<FormatHook['write']>(isFunction, 'expected a function')
    .describe('`(units, translation) => string`: the text of a file.'),
  read: z
    .custom<FormatHook['read']>(isFunction, 'expected a function')
    .describe('`(text) => [{ id, target }]`: what a file says.'),
})

const plugin = z.strictObject({
  name: name.describe('Its name; the ids of its rules begin with it: `<name>/<rule>`.'),
  hooks: z
    .strictObject({
      markdown: z
        .strictObject({
          remark: unifiedPlugins
            .optional()
            .describe('Plugins on the Markdown tree, after all of the dialect’s own.'),
          rehype: unifiedPlugins
            .optional()
            .describe('Plugins on the HTML tree, before links, headings and ids are looked at.'),
        })
        .optional()
        .describe('Adds unified plugins to both dialects.'),
      lint: z
        .custom<LintHook>(isFunction, 'expected a function')
        .optional()
        .describe('`(page, report) => void`: looks at each page as it was typed.'),
      formats: z.array(format).optional().describe('Adds formats to `export` and `import`.'),
      search: z
        .custom<SearchHook>(isFunction, 'expected a function')
        .optional()
        .describe('`(record) => record`: changes what search finds, or leaves it out.'),
      strings: z
        .record(tag, z.record(z.string(), z.string()))
        .optional()
        .describe('Interface strings by language; those in `content/ui/` go before them.'),
    })
    .describe('What it takes part in.'),
})

/** A plugin of a site. */
export type PasserellePlugin = z.input<typeof plugin>

const title = z.record(
  z.string(),
  z.string().refine((text) => text.isWellFormed(), 'expected whole characters'),
)

/** The version of this shape. */
export const configVersion = 1

const shape = {
  version: z
    .literal(configVersion)
    .optional()
    .describe(
      'Version of this configuration’s format; `passerelle migrate` brings an older one along.',
    ),
  url: z
    .url()
    .transform((url) => url.replace(/\/$/, ''))
    .describe(
      'Origin of the published site: `https://guides.example`. Goes into canonical addresses and the sitemap.',
    ),
  base: z
    .string()
    .superRefine((base, context) => {
      const expected = baseProblem(base)
      if (expected) context.addIssue({ code: 'custom', message: `expected ${expected}` })
    })
    .default('/')
    .describe('Path that the site is published under.'),
  repository: z
    .string()
    .regex(/^https?:\/\/\S+\{path\}/, 'expected an address with `{path}` in it')
    .optional()
    .describe(
      'Address of a guide’s file where the team keeps them, `{path}` in place of `content/docs/…`.',
    ),
  edit: z
    .string()
    .regex(/^https?:\/\/\S+\{path\}/, 'expected an address with `{path}` in it')
    .optional()
    .describe(
      'Address where a page’s file can be edited, `{path}` in place of its path in the project; each page links there.',
    ),
  report: z
    .string()
    .regex(
      /^(?:https?:\/\/|mailto:)\S+$/,
      'expected an address that begins with `https://` or `mailto:`',
    )
    .optional()
    .describe(
      'Address where readers report a problem with a page or step: `{title}`, `{id}`, `{language}` and `{address}` stand for what it is about.',
    ),
  locales: z
    .array(tag)
    .min(1)
    .describe('Languages in the order in which readers are offered them.'),
  french: z
    .enum(['imprimerie', 'microsoft'])
    .default('imprimerie')
    .describe(
      'No-break spaces of French: `imprimerie` has U+202F before ; ! ? and U+00A0 before : and in « », `microsoft` has U+00A0 everywhere.',
    ),
  title: title.describe(
    'The site’s name in each language; one that has none takes the first language’s.',
  ),
  theme: themeOptions.prefault({}).describe('How the site looks.'),
  header,
  footer,
  announcement,
  components: z
    .record(z.string(), ownComponent)
    .superRefine((all, context) => {
      for (const id of Object.keys(all)) {
        const message = componentNameProblem(id)
        if (message) context.addIssue({ code: 'custom', path: [id], message })
      }
    })
    .default({})
    .describe(
      'Components of yours that guides may use, by name; each is an `.astro` file in `content/components/`.',
    ),
  docsets: z.array(docset).describe('The guides.'),
  downloads: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Files that a browser may run, such as `.html` and `.js`, which pages may offer as downloads: patterns of `<docset>/<path in the docset>`, for guides and docfx docsets alike.',
    ),
  players: z
    .array(
      z
        .string()
        .regex(
          /^https:\/\/[a-z\d.-]+(?::\d+)?$/,
          'expected an origin such as `https://www.youtube-nocookie.com`',
        ),
    )
    .default([])
    .describe(
      'Origins whose players a page may show in place of a link to a video, once the reader asks for it.',
    ),
  plugins: z
    .array(plugin)
    .refine(
      (all) => new Set(all.map(({ name }) => name)).size === all.length,
      'expected every name once',
    )
    .default([])
    .describe('Code of your own that takes part in reading pages, in order.'),
  docfx: z
    .array(docfxAddition)
    .default([])
    .describe('What docfx docsets, which are built unchanged, are to have besides.'),
}

/** A site of guides. */
export const siteConfig = z.strictObject(shape).superRefine((config, context) => {
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
  for (const [path, text] of localizedTexts(config)) {
    if (typeof text !== 'string')
      Object.keys(text).forEach((locale) => unknown(locale, [...path, locale]))
  }
  const [first = ''] = config.locales
  if (config.title[first]) return
  context.addIssue({
    code: 'custom',
    path: ['title'],
    message: `expected a title for \`${first}\`, which other languages may go without`,
  })
})

/** What counts for docfx folders; a configuration that has guides besides says the rest about those. */
export const docfxConfig = z.strictObject({
  ...shape,
  url: shape.url.optional(),
  locales: z.array(z.string()).optional(),
  title: shape.title.optional(),
  docsets: z.array(z.unknown()).optional(),
})

/** What it says, with all defaults. */
export type SiteConfigValues = z.output<typeof siteConfig>

/** What an author writes: guides, or what docfx docsets are to have besides. */
export type SiteConfig =
  z.input<typeof siteConfig> | (Omit<z.input<typeof docfxConfig>, 'docsets'> & { docsets?: never })

/** Texts that may be given for each language, with where they are. */
function localizedTexts({
  title,
  theme: { logo, hero },
  header,
  footer,
  announcement,
}: z.output<typeof siteConfig>): [path: (string | number)[], text: LocalizedText][] {
  const labels = [
    ...(header?.links ?? []).map(({ label }, index) => [
      ['header', 'links', index, 'label'],
      label,
    ]),
    ...(footer?.links ?? []).map(({ label }, index) => [
      ['footer', 'links', index, 'label'],
      label,
    ]),
  ]
  const heroAlt = typeof hero === 'object' ? hero.alt : undefined
  return [
    [['title'], title],
    [['theme', 'logo', 'alt'], logo?.alt],
    [['theme', 'hero', 'alt'], heroAlt],
    ...labels,
    [['announcement', 'text'], announcement?.text],
    [['announcement', 'link', 'label'], announcement?.link?.label],
  ].filter((item): item is [(string | number)[], LocalizedText] => item[1] !== undefined)
}
