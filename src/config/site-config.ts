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
  docset: name.describe('The name of the docset, as in its address.'),
  responsibilities: z
    .strictObject({
      page: name.describe('The name of the new page: the last part of its address.'),
      parties: z
        .record(name, z.string().endsWith('.md'))
        .describe(
          'The page of each party, relative to the docset’s folder, in the order of the columns.',
        ),
    })
    .optional()
    .describe('Creates a page that shows side by side what each party does.'),
  offline,
  installable,
  xrefSearch: z
    .string()
    .regex(/^https?:\/\/.*\{uid\}/, 'expected an address with `{uid}` in it')
    .optional()
    .describe(
      'The address of a search for cross references that the docset cannot resolve, with `{uid}` in place of the uid.',
    ),
})

/** A list of plugins of unified, or of lists of them with options. */
const unifiedPlugins = z.custom<PluggableList>(Array.isArray, 'expected a list of unified plugins')

const isFunction = (value: unknown) => typeof value === 'function'

const format = z.strictObject({
  name: name.describe('The name of the format for `export --to`.'),
  extension: z
    .string()
    .regex(/^\.[a-z\d]+$/, 'expected an extension such as `.json`')
    .describe('The file extension, with the dot; `import` recognizes the format by it.'),
  write: z
    .custom<FormatHook['write']>(isFunction, 'expected a function')
    .describe('`(units, translation) => string`: returns the text of a file.'),
  read: z
    .custom<FormatHook['read']>(isFunction, 'expected a function')
    .describe('`(text) => [{ id, target }]`: returns the translations in a file.'),
})

const plugin = z.strictObject({
  name: name.describe(
    'The name of the plugin; the ids of its rules begin with it: `<name>/<rule>`.',
  ),
  hooks: z
    .strictObject({
      markdown: z
        .strictObject({
          remark: unifiedPlugins
            .optional()
            .describe('Plugins that run on the Markdown tree, after those of the dialect.'),
          rehype: unifiedPlugins
            .optional()
            .describe(
              'Plugins that run on the HTML tree, before links, headings and ids are checked.',
            ),
        })
        .optional()
        .describe('Adds unified plugins to both dialects.'),
      lint: z
        .custom<LintHook>(isFunction, 'expected a function')
        .optional()
        .describe('`(page, report) => void`: checks each page as written.'),
      formats: z.array(format).optional().describe('Adds formats to `export` and `import`.'),
      search: z
        .custom<SearchHook>(isFunction, 'expected a function')
        .optional()
        .describe('`(record) => record`: changes a search record, or leaves it out.'),
      strings: z
        .record(tag, z.record(z.string(), z.string()))
        .optional()
        .describe('Interface strings by language; those in `content/ui/` take precedence.'),
    })
    .describe('The hooks that the plugin uses.'),
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
      'The version of the configuration format; `passerelle migrate` updates an older one.',
    ),
  url: z
    .url()
    .transform((url) => url.replace(/\/$/, ''))
    .describe(
      'The origin of the published site: `https://guides.example`. Used in canonical addresses and the sitemap.',
    ),
  base: z
    .string()
    .superRefine((base, context) => {
      const expected = baseProblem(base)
      if (expected) context.addIssue({ code: 'custom', message: `expected ${expected}` })
    })
    .default('/')
    .describe('The path under which the site is published.'),
  repository: z
    .string()
    .regex(/^https?:\/\/\S+\{path\}/, 'expected an address with `{path}` in it')
    .optional()
    .describe(
      'The address of a guide’s file in your repository, with `{path}` in place of `content/docs/…`.',
    ),
  edit: z
    .string()
    .regex(/^https?:\/\/\S+\{path\}/, 'expected an address with `{path}` in it')
    .optional()
    .describe(
      'The address for editing a page’s file, with `{path}` in place of its path in the project; every page links to it.',
    ),
  report: z
    .string()
    .regex(
      /^(?:https?:\/\/|mailto:)\S+$/,
      'expected an address that begins with `https://` or `mailto:`',
    )
    .optional()
    .describe(
      'The address where readers report a problem; `{title}`, `{id}`, `{language}` and `{address}` stand for the page or step.',
    ),
  locales: z
    .array(tag)
    .min(1)
    .describe('The languages of the site, in the order in which readers see them.'),
  french: z
    .enum(['imprimerie', 'microsoft'])
    .default('imprimerie')
    .describe(
      'The no-break spaces that `check` expects in French: `imprimerie` has U+202F before ; ! ? and U+00A0 before : and in « », `microsoft` has U+00A0 everywhere.',
    ),
  title: title.describe(
    'The site’s name in each language; a language without one uses that of the first language.',
  ),
  theme: themeOptions.prefault({}).describe('The look of the site.'),
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
      'Your own components for use in guides, by name; each is an `.astro` file in `content/components/`.',
    ),
  docsets: z.array(docset).describe('The guides.'),
  downloads: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Files that a browser can run, such as `.html` and `.js`, that pages may offer as downloads: patterns for `<docset>/<path in the docset>`, in guides and docfx docsets.',
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
      'Origins of video players that a page may show in place of a link, when the reader asks for it.',
    ),
  plugins: z
    .array(plugin)
    .refine(
      (all) => new Set(all.map(({ name }) => name)).size === all.length,
      'expected every name once',
    )
    .default([])
    .describe('Your own plugins, which run in this order when pages are read.'),
  docfx: z
    .array(docfxAddition)
    .default([])
    .describe('Additions to docfx docsets, which are otherwise built unchanged.'),
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
