/** A docset of docfx whose team keeps a ledger: what its files say of moves counts, too. */
import { describe, expect, test } from 'vitest'
import { applyLedger } from '#src/permalinks/apply.ts'
import { serializeLedger } from '#src/permalinks/ledger.ts'
import { goLinkPages } from '#src/permalinks/go-link-pages.ts'
import { publishedBy } from '#src/permalinks/published.ts'
import { problemsOf } from '#src/report/site-problems.ts'
import { type Tree, readDocfxTree } from '../support/tree.ts'

const phases = '# Phases\n\n## Assess phase\n\nLook.\n\n## Enable phase\n\nDo.\n'
const frenchPhases =
  '# Phases\n\n## <a name="assess-phase"></a>Phase d’évaluation\n\nVoir.\n\n' +
  '## <a name="enable-phase"></a>Phase d’activation\n\nFaire.\n'

const published = {
  'en-us/guide/index.md': '# Guide\n',
  'en-us/guide/phases.md': phases,
  'fr-fr/guide/index.md': '# Guide en français\n',
  'fr-fr/guide/phases.md': frenchPhases,
} as const satisfies Tree

const renamed = {
  'en-us/guide/index.md': '# Guide\n',
  'en-us/guide/stages.md': phases,
  'fr-fr/guide/index.md': '# Guide en français\n',
  'fr-fr/guide/stages.md': frenchPhases,
} as const satisfies Tree

/** Both languages have the same file. */
const redirecting = (redirect_url: string) => {
  const text = JSON.stringify({ redirections: [{ source_path: 'guide/phases.md', redirect_url }] })
  return {
    'en-us/.openpublishing.redirection.json': text,
    'fr-fr/.openpublishing.redirection.json': text,
  }
}

async function ledgerOf(tree: Tree): Promise<string> {
  return serializeLedger(publishedBy((await readDocfxTree(tree)).site).entries.values())
}

async function changed(tree: Tree, edit = (ledger: string) => ledger) {
  const ledger = edit(await ledgerOf(published))
  const { site } = await readDocfxTree({ ...tree, 'fr-fr/permalinks.json': ledger })
  const drawn = applyLedger(site)
  const problems = problemsOf(drawn).filter(({ ruleId }) => ruleId.startsWith('permalink-'))
  return {
    told: problems.filter(({ ruleId }) => ruleId !== 'permalink-new'),
    redirects: drawn.contents.flatMap((content) => content.redirects),
    goLinks: goLinkPages(drawn),
    pageAt: (path: string) => drawn.documents.find(({ page }) => page.path === path)?.page,
  }
}

test('pages and headings are in it, in the words of the source language', async () => {
  expect(await ledgerOf(published)).toBe(
    '{\n' +
      '  "guide": { "page": "Guide" },\n' +
      '  "guide#guide": { "heading": "Guide" },\n' +
      '  "guide/phases": { "page": "Phases" },\n' +
      '  "guide/phases#assess-phase": { "heading": "Assess phase" },\n' +
      '  "guide/phases#enable-phase": { "heading": "Enable phase" },\n' +
      '  "guide/phases#phases": { "heading": "Phases" },\n' +
      '  "$version": 1\n}\n',
  )
})

test('a renamed page is reported as gone, with its likely new address and the position of its entry', async () => {
  const { told } = await changed(renamed)
  expect(told).toMatchObject([
    { ruleId: 'permalink-gone', file: 'fr-fr/permalinks.json', line: 4, column: 3 },
  ])
  expect(told[0]?.reason).toContain('likely `guide/stages`')
})

test('without a ledger nothing is reported as gone', async () => {
  const { site } = await readDocfxTree(renamed)
  expect(problemsOf(site).filter(({ ruleId }) => /^permalink-/.test(ruleId))).toEqual([])
})

describe('a redirection of docfx', () => {
  test('is a recorded move: nothing is asked, the anchors go along, and the go link', async () => {
    const { told, redirects, goLinks } = await changed({
      ...renamed,
      ...redirecting('https://docs.microsoft.com/guide/stages'),
    })
    expect(told).toEqual([])
    expect(redirects).toMatchObject([
      {
        locale: 'en-US',
        from: '/en-us/guide/phases/',
        to: '/en-us/guide/stages/',
        anchors: [
          { id: 'assess-phase', to: '/en-us/guide/stages/#assess-phase', title: 'Assess phase' },
          { id: 'enable-phase', to: '/en-us/guide/stages/#enable-phase' },
          { id: 'phases', to: '/en-us/guide/stages/#phases' },
        ],
      },
      {
        locale: 'fr-FR',
        from: '/fr-fr/guide/phases/',
        to: '/fr-fr/guide/stages/',
        anchors: [{ title: 'Phase d’évaluation' }, {}, {}],
      },
    ])
    expect(goLinks.find(({ id }) => id === 'guide/phases')?.place.targets).toMatchObject([
      { locale: 'en-US', path: '/en-us/guide/stages/' },
      { locale: 'fr-FR', path: '/fr-fr/guide/stages/' },
    ])
  })

  test('does not hide that the new page lacks a heading of the old one', async () => {
    const { told } = await changed({
      ...renamed,
      'en-us/guide/stages.md': phases.replace('## Assess phase', 'Assess'),
      ...redirecting('/guide/stages'),
    })
    expect(told.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('`guide/phases#assess-phase`'),
    ])
  })

  test('out of the site counts as well, and the go link leads there', async () => {
    const { told, redirects, goLinks } = await changed({
      'en-us/guide/index.md': '# Guide\n',
      'fr-fr/guide/index.md': '# Guide en français\n',
      ...redirecting('https://example.org/phases'),
    })
    expect(told).toEqual([])
    expect(redirects.map(({ from, to, anchors }) => [from, to, anchors])).toEqual([
      ['/en-us/guide/phases/', 'https://example.org/phases', undefined],
      ['/fr-fr/guide/phases/', 'https://example.org/phases', undefined],
    ])
    expect(goLinks.find(({ id }) => id === 'guide/phases')?.place.targets).toEqual([
      { locale: 'en-US', path: 'https://example.org/phases', title: 'Phases' },
      { locale: 'fr-FR', path: 'https://example.org/phases', title: 'Phases' },
    ])
  })

  test('to an address that encodes nothing is read as it stands', async () => {
    const { told } = await changed({ ...renamed, ...redirecting('/guide/stages#100%') })
    expect(told.filter(({ reason }) => !reason.includes('#'))).toEqual([])
  })

  test('in one language only: the other one is sent where the ledger says', async () => {
    const file = 'en-us/.openpublishing.redirection.json'
    const { redirects } = await changed({
      ...renamed,
      [file]: redirecting('/guide/stages')[file],
    })
    expect(redirects.map(({ from, to }) => [from, to])).toEqual([
      ['/en-us/guide/phases/', '/en-us/guide/stages/'],
      ['/fr-fr/guide/phases/', '/fr-fr/guide/stages/'],
    ])
  })
})

test('a heading that the translation still has under its old id is reached by it', async () => {
  const { told, redirects, pageAt } = await changed(
    { ...renamed, 'en-us/guide/stages.md': phases.replace('Assess phase', 'Evaluate phase') },
    (ledger) =>
      ledger
        .replace('{ "page": "Phases" }', '{ "page": "Phases", "movedTo": "guide/stages" }')
        .replace(
          '{ "heading": "Assess phase" }',
          '{ "heading": "Assess phase", "movedTo": "guide/stages#evaluate-phase" }',
        ),
  )
  expect(told).toEqual([])
  const [english, french] = redirects.map(({ anchors = [] }) => anchors[0])
  expect(english).toMatchObject({ to: '/en-us/guide/stages/#evaluate-phase' })
  expect(french).toEqual({
    id: 'assess-phase',
    to: '/fr-fr/guide/stages/#assess-phase',
    title: 'Phase d’évaluation',
  })
  expect(pageAt('/en-us/guide/stages/')?.aliases).toEqual([
    { id: 'assess-phase', to: 'evaluate-phase' },
  ])
  expect(pageAt('/fr-fr/guide/stages/')?.aliases).toBeUndefined()
})

test('a heading that already replaces another one is not proposed twice', async () => {
  const { told } = await changed(
    { ...renamed, 'en-us/guide/stages.md': phases.replace('Assess phase', 'Evaluate phase') },
    (ledger) =>
      ledger.replace('{ "page": "Phases" }', '{ "page": "Phases", "movedTo": "guide/stages" }'),
  )
  expect(told.map(({ note }) => note?.split('\n')[0])).toEqual([
    'Moved: npm run passerelle -- links move guide/phases#assess-phase guide/stages#evaluate-phase',
  ])
})
