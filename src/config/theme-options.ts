/** The part of the configuration that says how a site looks, and what its header and footer offer. */
import { z } from 'zod'
import { componentNames } from './components.ts'

/** A file beside the configuration; all that a theme is made of lies in one folder. */
function themeFile(extensions: string, what: string) {
  return z
    .string()
    .regex(
      new RegExp(`^\\./theme/(?:[^/.][^/]*/)*[^/.][^/]*\\.(?:${extensions})$`),
      `expected ${what} in \`content/theme/\`, such as \`./theme/…\``,
    )
}

const image = themeFile('svg|png|jpe?g|webp|gif|avif', 'a picture')
const template = themeFile('astro', 'an `.astro` file')

/** A component that guides may use. */
export const ownComponent = z
  .string()
  .regex(
    /^\.\/components\/(?:[^/.][^/]*\/)*[^/.][^/]*\.astro$/,
    'expected an `.astro` file in `content/components/`, such as `./components/…`',
  )

/** A text for all languages, or one for each. */
const localized = z.union([
  z.string().min(1),
  z.record(z.string(), z.string().min(1)).refine((texts) => Object.keys(texts).length > 0, {
    message: 'expected a text for at least one language',
  }),
])

/** A text for all languages, or one for each by its tag. */
export type LocalizedText = z.output<typeof localized>

const alt = localized
  .optional()
  .describe(
    'Alternative text for people who cannot see the picture: one text, or one for each language. Leave it out if the picture is decorative.',
  )

const picture = z.strictObject({
  light: image.describe('The picture on light pages, and on dark pages if there is no `dark`.'),
  dark: image.optional().describe('The picture on dark pages.'),
  alt,
})

const length = z
  .string()
  .regex(/^(?:0|\d*\.?\d+(?:px|rem))$/, 'expected a length in `px` or `rem`, such as `0.5rem`')

const font = z.strictObject({
  family: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, 'expected the name of a font family')
    .describe('The name of the font family.'),
  files: z
    .array(
      z.strictObject({
        src: themeFile('woff2|woff|ttf|otf', 'a font file').describe('The file.'),
        weight: z
          .string()
          .regex(/^\d{1,4}(?: \d{1,4})?$/, 'expected a weight, or two for a variable font')
          .default('400')
          .describe('The font weight, such as `700`, or the range of a variable font: `100 900`.'),
        style: z.enum(['normal', 'italic']).default('normal').describe('Upright or italic.'),
      }),
    )
    .default([])
    .describe('The font files. Leave it out for a font from the reader’s system.'),
})

const accent = z.union([
  z.string().min(1),
  z.strictObject({
    light: z.string().min(1).describe('The colour on light pages.'),
    dark: z.string().min(1).describe('The colour on dark pages.'),
  }),
])

export const themeOptions = z.strictObject({
  accent: accent
    .optional()
    .describe(
      'The colour of links and accents, in any CSS notation: `#0057b8`. The colour for dark pages is derived from it unless you give both. The contrast must be at least 4.5:1.',
    ),
  logo: picture.optional().describe('The logo before the site’s title.'),
  favicon: z
    .string()
    .regex(
      /^\/(?!\/)\S+\.(?:svg|png|ico|webp)$/,
      'expected a file of `public/`, such as `/favicon.svg`',
    )
    .optional()
    .describe('The address of the icon in the browser tab, a file in `public/`: `/favicon.svg`.'),
  hero: z
    .union([z.literal(false), template, picture])
    .default(false)
    .describe(
      'What the home page shows above its title: nothing, a picture, or your own component.',
    ),
  image: z
    .strictObject({
      src: themeFile('png|jpe?g|webp', 'a picture').describe(
        'The file, ideally 1200 × 630 pixels.',
      ),
      alt,
    })
    .optional()
    .describe(
      'The picture that other sites show with a link to a page. Without it, Passerelle makes one for each docset from its title and the accent colour. A page can have its own: `image` in its front matter.',
    ),
  fonts: z
    .strictObject({
      body: font.optional().describe('The font of text.'),
      headings: font.optional().describe('The font of headings and of the site’s title.'),
      code: font.optional().describe('The font of code.'),
    })
    .optional()
    .describe('Fonts from the reader’s system or from your files.'),
  radius: length.optional().describe('The radius of rounded corners: `0`, `4px`, `0.5rem`.'),
  width: length.optional().describe('The maximum width of pages: `90rem`.'),
  customCss: z
    .array(themeFile('css', 'a `.css` file'))
    .default([])
    .describe('Style sheets that are loaded after the built-in ones and override them.'),
  components: z
    .partialRecord(z.enum(componentNames), template)
    .default({})
    .describe('Your own components in place of built-in ones, by name.'),
})

/** What a site says of its look, with all defaults. */
export type ThemeConfig = z.output<typeof themeOptions>

const href = z
  .string()
  .regex(
    /^(?:https?:\/\/[^\s/]\S*|mailto:\S+@\S+|\/(?!\/)\S*)$/,
    'expected `https://…`, `mailto:…`, or a page of the site without its language: `/<docset>/<page>/`',
  )
  .describe(
    'The target of the link: a full address, or a page of the site without its language: `/<docset>/<page>/#<anchor>`.',
  )

const links = z
  .array(
    z.strictObject({
      label: localized.describe('The text of the link: one text, or one for each language.'),
      href,
    }),
  )
  .default([])

export const header = z
  .strictObject({ links: links.describe('Links next to the site’s title.') })
  .optional()
  .describe('The top of every page.')

export const footer = z
  .strictObject({ links: links.describe('Links in the footer.') })
  .optional()
  .describe('The bottom of every page.')

export const announcement = z
  .strictObject({
    text: localized.describe('The text of the announcement: one text, or one for each language.'),
    link: z
      .strictObject({
        label: localized.describe('The text of the link: one text, or one for each language.'),
        href,
      })
      .optional()
      .describe('A link after the text.'),
    dismissible: z
      .boolean()
      .default(true)
      .describe(
        'Readers can close the announcement; their browser remembers this until the text changes.',
      ),
  })
  .optional()
  .describe('A line above the header of every page.')
