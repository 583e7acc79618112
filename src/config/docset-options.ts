/** What a site’s configuration says of a docset of guides: its pages, and the names that its steps use. */
import { z } from 'zod'
import { reservedNames } from './address-names.ts'
import { isTag } from './language-tag.ts'

/** A page of a table of contents by its slug (`index` is the docset's first page), with pages under it. */
export type TocPage = string | { page: string; pages: readonly TocPage[] }

const tocPage: z.ZodType<TocPage, TocPage> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.strictObject({
        page: z.string().describe('The page.'),
        pages: z.array(tocPage).describe('The pages under it.'),
      }),
    ]),
  )
  .meta({
    id: 'TocPage',
    description:
      'A page by its path in the docset, `index` for the first one; or one with others under it.',
  })

/** A name in addresses, attributes and keys of the interface strings. */
export const name = z
  .string()
  .regex(/^[a-z\d][a-z\d-]*$/, 'expected lower case letters, digits and `-`')

/** Names of one kind, each once. */
const names = z
  .array(name)
  .refine((all) => new Set(all).size === all.length, 'expected every name once')

/** A language. */
export const tag = z.string().refine(isTag, 'expected a language tag such as `fr-FR`')

const phase = z.union([
  name.transform((id) => ({ id, optional: false })),
  z.strictObject({
    id: name.describe('Its name.'),
    optional: z.boolean().default(false).describe('Not everybody goes through it.'),
  }),
])

const service = z.union([
  name.transform((id) => ({ id, required: false, retired: false })),
  z.strictObject({
    id: name.describe('Its name.'),
    required: z.boolean().default(false).describe('Every reader has it.'),
    retired: z
      .boolean()
      .default(false)
      .describe('It is no longer offered: search puts its pages and steps last.'),
  }),
])

const choice = z.strictObject({
  id: name.describe('Its name.'),
  options: names
    .refine((all) => all.length > 1, 'expected two options or more')
    .describe(
      'What excludes each other; a procedure or step of one says so by `option`. Labels: `<docset>.option.<id>`.',
    ),
})

/** Of a docset of either dialect. */
export const offline = z
  .boolean()
  .default(false)
  .describe(
    'Readers may download it as a zip that opens without a server or a network, with search and ticks.',
  )

/** Of a docset of either dialect. */
export const installable = z
  .boolean()
  .default(false)
  .describe(
    'Browsers keep it for reading without a network, with search and ticks, and offer to install it as an app.',
  )

/** A docset of guides. */
export const docset = z.strictObject({
  id: name
    .refine(
      (id) => !reservedNames.includes(id),
      'expected another name, the site has a page of its own at this address',
    )
    .describe('Name of the folder in `content/docs/<locale>/` and of the address.'),
  source: tag.describe('The language that the docset is written in; the others are translations.'),
  group: name
    .optional()
    .describe(
      'Docsets of one group stand on the home page under a heading of their own, behind those without a group; its words: `group.<id>`.',
    ),
  offline,
  installable,
  changes: z
    .boolean()
    .default(false)
    .describe(
      'Readers are told what has changed, on a page and in a feed (Atom) for each language; it is taken from the history that Git keeps of the files.',
    ),
  toc: z.array(tocPage).describe('All pages, in reading order.'),
  phases: z
    .array(phase)
    .refine(
      (all) => new Set(all.map(({ id }) => id)).size === all.length,
      'expected every phase once',
    )
    .refine((all) => !all.some(({ id }) => id === 'none'), 'expected another name than `none`')
    .default([])
    .describe(
      'Phases that a reader goes through, in order. Their labels, like those of the other names below, are in `content/ui/<locale>.json`: `<docset>.phase.<id>`.',
    ),
  alongside: names
    .default([])
    .describe(
      'What runs beside all phases, from the first to the last; labels: `<docset>.alongside.<id>`.',
    ),
  parties: names.default([]).describe('Who acts; labels: `<docset>.party.<id>`.'),
  services: z
    .array(service)
    .refine(
      (all) => new Set(all.map(({ id }) => id)).size === all.length,
      'expected every service once',
    )
    .default([])
    .describe('What a step may concern; labels: `<docset>.service.<id>`.'),
  choices: z
    .array(choice)
    .refine((all) => {
      const ids = all.flatMap(({ options }) => options)
      return (
        new Set(ids).size === ids.length && new Set(all.map(({ id }) => id)).size === all.length
      )
    }, 'expected every choice and every option once')
    .default([])
    .describe(
      'Ways of doing something of which a reader needs one; labels: `<docset>.choice.<id>`.',
    ),
  tasks: z
    .array(
      z.strictObject({
        id: name.describe('Its name.'),
        to: z
          .string()
          .describe(
            'A page of the docset by its slug, or what is made of its steps, `checklist/<party>` or `print`; an anchor may follow: `index#the-five-phases`.',
          ),
      }),
    )
    .default([])
    .describe('What readers come to do, for the home page; labels: `<docset>.task.<id>`.'),
})
