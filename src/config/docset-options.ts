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
      'A page by its path in the docset, `index` for the first page; or an object with pages under it.',
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
    id: name.describe('The name of the phase.'),
    optional: z.boolean().default(false).describe('Not every reader needs this phase.'),
  }),
])

const service = z.union([
  name.transform((id) => ({ id, required: false, retired: false })),
  z.strictObject({
    id: name.describe('The name of the service.'),
    required: z.boolean().default(false).describe('Every reader has this service.'),
    retired: z
      .boolean()
      .default(false)
      .describe('The service is no longer offered: search lists its pages and steps last.'),
  }),
])

const choice = z.strictObject({
  id: name.describe('The name of the choice.'),
  options: names
    .refine((all) => all.length > 1, 'expected two options or more')
    .describe(
      'The names of the alternatives; a procedure or step names its own with `option`. Labels: `<docset>.option.<id>`.',
    ),
})

/** Of a docset of either dialect. */
export const offline = z
  .boolean()
  .default(false)
  .describe(
    'Readers can download the docset as a zip that opens without a server or a network, with search and ticks.',
  )

/** Of a docset of either dialect. */
export const installable = z
  .boolean()
  .default(false)
  .describe(
    'Browsers save the docset for reading offline, with search and ticks, and offer to install it as an app.',
  )

/** A docset of guides. */
export const docset = z.strictObject({
  id: name
    .refine(
      (id) => !reservedNames.includes(id),
      'expected another name, the site has a page of its own at this address',
    )
    .describe('The name of the folder in `content/docs/<locale>/`, also used in the address.'),
  source: tag.describe('The language in which the docset is written; the others are translations.'),
  group: name
    .optional()
    .describe(
      'The home page lists docsets with the same group under one heading, after those without a group; label: `group.<id>`.',
    ),
  offline,
  installable,
  changes: z
    .boolean()
    .default(false)
    .describe(
      'Adds a page and an Atom feed of what has changed, in each language, from the Git history of the files.',
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
      'The phases that readers go through, in order. Labels of these and of the names below are in `content/ui/<locale>.json`: `<docset>.phase.<id>`.',
    ),
  alongside: names
    .default([])
    .describe('Activities that continue through all phases; labels: `<docset>.alongside.<id>`.'),
  parties: names.default([]).describe('Who carries out the steps; labels: `<docset>.party.<id>`.'),
  services: z
    .array(service)
    .refine(
      (all) => new Set(all.map(({ id }) => id)).size === all.length,
      'expected every service once',
    )
    .default([])
    .describe('The services to which steps can apply; labels: `<docset>.service.<id>`.'),
  choices: z
    .array(choice)
    .refine((all) => {
      const ids = all.flatMap(({ options }) => options)
      return (
        new Set(ids).size === ids.length && new Set(all.map(({ id }) => id)).size === all.length
      )
    }, 'expected every choice and every option once')
    .default([])
    .describe('Alternatives of which a reader needs only one; labels: `<docset>.choice.<id>`.'),
  tasks: z
    .array(
      z.strictObject({
        id: name.describe('The name of the task.'),
        to: z
          .string()
          .describe(
            'The target of the link: a page of the docset, `checklist/<party>` or `print`. You can add an anchor: `index#the-five-phases`.',
          ),
      }),
    )
    .default([])
    .describe('What readers come to do: links on the home page; labels: `<docset>.task.<id>`.'),
})
