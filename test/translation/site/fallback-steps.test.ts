/** What the page lends from its source is what `status` counts as missing. */
import { expect, test } from 'vitest'
import { withStates } from '#src/translation/site/with-states.ts'
import { countProject } from '#src/translation/state/count.ts'
import { readTranslations } from '#src/translation/project/load-translations.ts'
import type { TranslationProject } from '#src/translation/project/translation-project.ts'
import { type Tree, readGuideTree } from '../../support/tree.ts'

const steps = [
  ['gather', 'Gather the data. You run it.', 'Recueillez les données. Vous le lancez.'],
  ['read', 'Read the plan. It is short.', 'Lisez le plan. Il est court.'],
  ['start', 'Start the copy. It takes a night.', 'Lancez la copie. Elle prend une nuit.'],
  ['tell', 'Tell the people. They read mail.', 'Prévenez les personnes. Elles lisent.'],
] as const

const page = (title: string, content: string) =>
  `---\ntitle: ${title}\ndescription: ${title}.\n---\n\n${content}\n`

const labels = JSON.stringify({ 'move.party.customer': 'Customer' })

/** A procedure in English, and in French those of its steps whose numbers are given. */
function guide(there: readonly number[]): Tree {
  const source = steps.map(([id, words], index) => `${index + 1}. :step{#${id}} ${words}`)
  const target = there.map((index, position) => `${position + 1}. ${steps[index]?.[2]}`)
  const procedure = target.length ? `:::procedure\n\n${target.join('\n')}\n\n:::` : ''
  return {
    'content/ui/en.json': labels,
    'content/ui/fr-FR.json': labels,
    'content/docs/en/move/index.mdx': page(
      'Move',
      `:::procedure{by=customer}\n\n${source.join('\n')}\n\n:::`,
    ),
    'content/docs/fr-FR/move/index.mdx': page('Passer', procedure),
  }
}

/** Every choice of steps: none of them, one, and so on to all. */
const choices = Array.from({ length: 2 ** steps.length }, (_, bits) =>
  steps.flatMap((_step, index) => (bits & (1 << index) ? [index] : [])),
)

test.each(choices.map((there) => [there.map((index) => steps[index]?.[0]).join(', '), there]))(
  'of a translation that has the steps “%s”, the others are lent and missing',
  async (_, there) => {
    let workspace: TranslationProject | undefined
    const { site } = await readGuideTree(
      guide(there),
      ['index'],
      { parties: ['customer'] },
      async (opened) => {
        const { loaded } = await readTranslations(opened, { folder: '/l10n', root: '' })
        workspace = loaded[0]?.project
        return withStates(opened, '', '/l10n')
      },
    )
    const french = site.documents.find(({ page: { locale } }) => locale === 'fr-FR')
    const shown = (french?.procedures ?? []).flatMap((procedure) => procedure.steps)
    const lent = shown.filter((step) => step.isFallback).map(({ text }) => text)
    expect(shown.map(({ id }) => id)).toEqual(steps.map(([id]) => id))
    expect(lent).toHaveLength(steps.length - there.length)

    const pairs = workspace?.pages.flatMap((item) => item.pairs) ?? []
    const missing = pairs.filter(({ state }) => state === 'missing')
    expect(missing.map(({ source }) => source?.text)).toEqual(lent)
    expect(workspace && countProject(workspace).states.missing.blocks).toBe(lent.length)
  },
)
