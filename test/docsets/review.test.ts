import { describe, expect, test } from 'vitest'
import { overdueReviews } from '#src/report/overdue-reviews.ts'
import { toProblems } from '#src/report/problems.ts'
import { type Tree, readDocfxTree, readGuideTree } from '../support/tree.ts'

const names = { parties: ['customer'], phases: ['assess'] }
const steps =
  ':::procedure{by="customer" phase="assess"}\n1. :step{#gather} **Gather.** Do.\n2. :step{#assess} **Assess.** Do.\n:::\n'
const page = (review: string, body = steps) =>
  `---\ntitle: Move\ndescription: About it\n${review}---\n${body}`
const en = 'content/docs/en/move/index.mdx'
const fr = 'content/docs/fr-FR/move/index.mdx'
const labels = { 'move.party.customer': 'You', 'move.phase.assess': 'Assess' }
const strings = {
  'content/ui/en.json': JSON.stringify(labels),
  'content/ui/fr-FR.json': JSON.stringify(labels),
}
const read = (tree: Tree) => readGuideTree({ ...strings, ...tree }, ['index'], names)
const pageIn = ({ site }: Awaited<ReturnType<typeof read>>, path: string) =>
  site.documents.find((item) => item.page.path === path)?.page
const told = ({ site }: Awaited<ReturnType<typeof read>>, day: string) =>
  toProblems(overdueReviews(site.documents, new Date(`${day}T12:00:00Z`))).map(
    ({ file, line, column, ruleId, reason }) => `${file}:${line}:${column} ${ruleId} ${reason}`,
  )

const review =
  'review:\n  date: 2026-05-31\n  owner: Identity team\n  every: 6 months\n  steps:\n    gather:\n      every: 2 weeks\n    assess: { owner: Network team }\n'

describe('a review in front matter', () => {
  test('gives a page and its steps the date of the next review', async () => {
    const result = await read({ [en]: page(review) })
    expect(result.lines).toEqual([])
    expect(pageIn(result, '/en/move/')).toMatchObject({
      review: { date: '2026-05-31', owner: 'Identity team', due: '2026-11-30' },
      stepReviews: [
        { id: 'gather', title: 'Gather', owner: 'Identity team', due: '2026-06-14' },
        { id: 'assess', title: 'Assess', owner: 'Network team', due: '2026-11-30' },
      ],
    })
  })

  test('applies to translations, with the titles of their steps, unless they have their own', async () => {
    const body = steps.replace('Gather.', 'Réunir.')
    const shared = await read({ [en]: page(review), [fr]: page('', body) })
    expect(pageIn(shared, '/fr-fr/move/')).toMatchObject({
      review: { owner: 'Identity team' },
      stepReviews: [{ title: 'Réunir' }, {}],
    })
    const own = await read({ [en]: page(review), [fr]: page('review: { owner: Équipe }\n', body) })
    expect(pageIn(own, '/fr-fr/move/')).toMatchObject({ review: { owner: 'Équipe' } })
  })

  test.each([
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2026-12-31', '10 days', '2027-01-10'],
    ['2026-03-28', '1 week', '2026-04-04'],
  ])('of %s and %s is due on %s', async (date, every, due) => {
    const result = await read({ [en]: page(`review: { date: ${date}, every: ${every} }\n`) })
    expect(pageIn(result, '/en/move/')?.review?.due).toBe(due)
  })

  test.each([
    ['review: yes\n', '4:1'],
    ['review:\n  date: 31.5.2026\n', '5:3'],
    ['review:\n  owner: [a]\n', '5:3'],
    ['review:\n  date: 2026-05-31\n  every: monthly\n', '6:3'],
    ['review:\n  every: 6 months\n', '5:3'],
    ['review:\n  ownr: Me\n', '5:3'],
    ['review:\n  steps: gather\n', '5:3'],
    ['review:\n  steps:\n    gathr: { owner: Me }\n', '6:5'],
    ['review:\n  steps:\n    gather: Me\n', '6:5'],
    ['review:\n  steps:\n    gather:\n      evry: 1 day\n', '7:7'],
  ])('that cannot be read is told at its place: %j', async (typed, place) => {
    const { lines } = await read({ [en]: page(typed) })
    expect(lines).toEqual([`${en}:${place} error front-matter-review`])
  })

  test.each(['gathr', 'ownr'])('suggests a near name for %s', async (name) => {
    const typed =
      name === 'ownr' ? 'review: { ownr: Me }\n' : 'review: { steps: { gathr: { owner: Me } } }\n'
    const { problems } = await read({ [en]: page(typed) })
    expect(problems[0]?.reason).toMatch(/Did you mean `(gather|owner)`\?$/)
  })
})

describe('a review that is overdue', () => {
  test('is reported from the day after, once for each date', async () => {
    const result = await read({ [en]: page(review), [fr]: page('') })
    expect(told(result, '2026-06-14')).toEqual([])
    const [step, whole] = [
      `${en}:9:5 review-overdue Review of the step \`gather\` was due on 2026-06-14. Check it, then write today’s date into \`date\`.`,
      `${en}:5:3 review-overdue Review of this page was due on 2026-11-30. Check it, then write today’s date into \`date\`.`,
    ]
    expect(told(result, '2026-11-30')).toEqual([step])
    expect(told(result, '2026-12-01')).toEqual([whole, step])
    expect(result.lines).toEqual([])
  })

  test('in docfx counts from ms.date, for the source language only', async () => {
    const metadata = { review: { every: '1 year' }, 'ms.author': 'jo' }
    const result = await readDocfxTree({
      'en-us/guide/docfx.json': JSON.stringify({
        build: { content: [{ files: ['**/*.md'] }], globalMetadata: metadata },
      }),
      'en-us/guide/a.md': '---\ntitle: A\ndescription: B\nms.date: 07/01/2020\n---\n# A\n',
      'fr-fr/guide/a.md': '---\ntitle: A\ndescription: B\nms.date: 08/01/2019\n---\n# A\n',
    })
    expect(result.lines).toEqual([])
    expect(pageIn(result, '/en-us/guide/a/')).toMatchObject({
      updated: '2020-07-01',
      review: { date: '2020-07-01', owner: 'jo', due: '2021-07-01' },
    })
    expect(told(result, '2026-01-01')).toEqual([
      expect.stringMatching(/^en-us\/guide\/a\.md:4:1 review-overdue/),
    ])
  })

  test('is not in docfx pages without review metadata', async () => {
    const result = await readDocfxTree({
      'en-us/guide/a.md':
        '---\ntitle: A\ndescription: B\nms.date: 07/01/2020\nms.author: jo\n---\n# A\n',
    })
    expect(pageIn(result, '/en-us/guide/a/')).not.toHaveProperty('review')
  })
})
