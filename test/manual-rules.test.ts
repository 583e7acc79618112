/** What the check of the manual finds, and what it leaves alone. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type ManualPage, manualProblems, sectionsOf } from './support/manual-rules.ts'
import { manualSubjects, optionPaths } from './support/manual-subjects.ts'

const subjects = {
  options: ['url', 'fonts.body.family'],
  commands: new Map([['build', 'build [--out dist]\n    Build the site.']]),
  syntax: [':::screen', '<PhaseDiagram'],
  components: ['Logo'],
}
const pages = [
  { name: 'm/config.mdx', text: '## `url`\n\nOrigin.\n\n### `fonts.*.family`\n\nName.\n' },
  {
    name: 'm/commands.mdx',
    text: '## `build`: make it\n\n```text\nbuild [--out dist]\n    Build the site.\n```\n',
  },
  {
    name: 'm/parts.mdx',
    text: '## Forms\n\n```mdx\n:::screen[A]\n<PhaseDiagram />\n```\n\nReplace `Logo`.\n',
  },
]

test('a manual that explains everything is left alone', () => {
  expect(manualProblems(pages, subjects, 'm')).toEqual([])
})

test.each([
  ['config', '`url`', 'm has no section about the option `url`.'],
  ['config', 'fonts.*.family', 'm has no section about the option `fonts.body.family`.'],
  ['commands', '`build`', 'm has no section about the command `build`.'],
  ['commands', '[--out dist]', 'has another usage text than the command itself.'],
  ['parts', ':::screen', 'm has no example of `:::screen`.'],
  ['parts', '<PhaseDiagram', 'm has no example of `<PhaseDiagram`.'],
  ['parts', '`Logo`', 'm does not name the component `Logo`.'],
])('on the page %s, %s that was removed is told', (page, removed, problem) => {
  const without = pages.map(({ name, text }) => ({
    name,
    text: name === `m/${page}.mdx` ? text.replace(removed, '') : text,
  }))
  expect(manualProblems(without, subjects, 'm')).toEqual([expect.stringContaining(problem)])
})

test('a section about something that no longer exists is reported with its line', () => {
  const stale = [
    ...pages,
    { name: 'm/config-more.mdx', text: '\n## `urls` :anchor{#urls}\n' },
    { name: 'm/commands-more.mdx', text: '## `bild`: make it\n' },
  ]
  expect(manualProblems(stale, subjects, 'm')).toEqual([
    'm/config-more.mdx:2 “## `urls`” is about an option that does not exist.',
    'm/commands-more.mdx:1 “## `bild`: make it” is about a command that does not exist.',
  ])
})

test('what looks like a heading in code is not a heading', () => {
  const text = '````mdx\n## a\n```sh\n## b\n```\n````\n\n## c\n'
  expect(sectionsOf({ name: 'm', text }).map(({ heading }) => heading)).toEqual(['## c'])
})

test('options in lists of objects and in unions are options, too', () => {
  const page: z.ZodType = z
    .lazy(() => z.union([z.string(), z.object({ page: z.string(), pages: z.array(page) })]))
    .meta({ id: 'Page' })
  const schema = z.object({ url: z.string(), docsets: z.array(z.object({ toc: z.array(page) })) })
  expect(optionPaths(z.toJSONSchema(schema))).toEqual([
    'url',
    'docsets',
    'docsets.toc',
    'docsets.toc.page',
    'docsets.toc.pages',
  ])
})

test.each(['en', 'fr-FR'])(
  'each entry that the manual in %s would lose is told',
  async (locale) => {
    const all = await manualSubjects()
    const root = new URL('../', import.meta.url)
    const own: ManualPage[] = globSync(`content/docs/${locale}/manual/*.mdx`, { cwd: root }).map(
      (name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }),
    )
    for (const name of ['docsets.toc', 'theme.accent', 'build', 'status']) {
      const without = own.map((page) => ({
        ...page,
        text: page.text.replace(new RegExp(`^## \`${name}\`.*\n`, 'gm'), ''),
      }))
      expect(manualProblems(without, all, 'm')).toEqual([
        expect.stringContaining(`has no section about the`),
      ])
    }
  },
)
