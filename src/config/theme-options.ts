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
    'What the picture says to those who do not see it: one text, or one for each language. Leave it out for decoration.',
  )

const picture = z.strictObject({
  light: image.describe('The picture on light pages, and on dark ones where there is no `dark`.'),
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
    .describe('Name of the family.'),
  files: z
    .array(
      z.strictObject({
        src: themeFile('woff2|woff|ttf|otf', 'a font file').describe('The file.'),
        weight: z
          .string()
          .regex(/^\d{1,4}(?: \d{1,4})?$/, 'expected a weight, or two for a variable font')
          .default('400')
          .describe('Its weight, such as `700`, or the range of a variable font: `100 900`.'),
        style: z.enum(['normal', 'italic']).default('normal').describe('Upright or italic.'),
      }),
    )
    .default([])
    .describe('Files of the family; none for a font of the reader’s system.'),
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
      'Colour of links and marks, in any form of CSS: `#0057b8`. The one for dark pages is made of it, unless both are given. It must be legible: a contrast of at least 4.5:1.',
    ),
  logo: picture.optional().describe('The logo before the site’s title.'),
  favicon: z
    .string()
    .regex(
      /^\/(?!\/)\S+\.(?:svg|png|ico|webp)$/,
      'expected a file of `public/`, such as `/favicon.svg`',
    )
    .optional()
    .describe('Address of the icon in the browser’s tab, a file of `public/`: `/favicon.svg`.'),
  hero: z
    .union([z.literal(false), template, picture])
    .default(false)
    .describe(
      'What the home page shows above its title: nothing, a picture, or a component of yours.',
    ),
  image: z
    .strictObject({
      src: themeFile('png|jpe?g|webp', 'a picture').describe(
        'The file; 1200 × 630 pixels fit best.',
      ),
      alt,
    })
    .optional()
    .describe(
      'Picture that other sites show beside a link to a page. Without it, one is drawn for each docset, of its title and the accent colour; a guide may name its own, `image` in its front matter.',
    ),
  fonts: z
    .strictObject({
      body: font.optional().describe('The font of text.'),
      headings: font.optional().describe('The font of headings and of the site’s title.'),
      code: font.optional().describe('The font of code.'),
    })
    .optional()
    .describe('Fonts, of the reader’s system or from files of yours.'),
  radius: length.optional().describe('How round corners are: `0`, `4px`, `0.5rem`.'),
  width: length.optional().describe('How wide pages grow at most: `90rem`.'),
  customCss: z
    .array(themeFile('css', 'a `.css` file'))
    .default([])
    .describe('Style sheets that come after those of the program, and win.'),
  components: z
    .partialRecord(z.enum(componentNames), template)
    .default({})
    .describe('Components of yours in place of those of the program, by their names.'),
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
    'Where it leads: a whole address, or a page of the site without its language: `/<docset>/<page>/#<anchor>`.',
  )

const links = z
  .array(
    z.strictObject({
      label: localized.describe('What it says: one text, or one for each language.'),
      href,
    }),
  )
  .default([])

export const header = z
  .strictObject({ links: links.describe('Links beside the site’s title.') })
  .optional()
  .describe('The top of every page.')

export const footer = z
  .strictObject({ links: links.describe('Links in the footer.') })
  .optional()
  .describe('The end of every page.')

export const announcement = z
  .strictObject({
    text: localized.describe('What there is to say: one text, or one for each language.'),
    link: z
      .strictObject({
        label: localized.describe('What it says: one text, or one for each language.'),
        href,
      })
      .optional()
      .describe('A link behind it.'),
    dismissible: z
      .boolean()
      .default(true)
      .describe('Readers can close it; their browser remembers until the text is another.'),
  })
  .optional()
  .describe('A line above the header of every page.')
