import { describe, expect, test } from 'vitest'
import { withStates } from '#src/translation/site/with-states.ts'
import { type Tree, readDocfxTree, readGuideTree } from '../support/tree.ts'

const front = '---\ntitle: A\ndescription: B\n---\n'
const glossary = [
  'term;fr-FR;en;definition:en;definition:fr-FR',
  'split domain;domaine partagé;split domain;A domain in two systems.;Un domaine dans deux systèmes.',
  'hub;concentrateur;hub;A centre.;',
  'team;équipe;team;;',
].join('\n')
const read = (tree: Tree, more: object = {}) =>
  readGuideTree(
    { 'content/l10n/glossary.csv': glossary, ...tree },
    ['index', 'b'],
    {},
    (site) => withStates(site, ''),
    {},
    more,
  )
const link = (path: string, words: string) =>
  `<a class="term" href="${path}" rel="glossary">${words}</a>`

describe('a term with a definition', () => {
  const tree = {
    'content/docs/en/move/index.mdx': `${front}A split domain, a hub, a team.\n`,
    'content/docs/fr-FR/move/index.mdx': `${front}Un domaine partagé, un concentrateur, une équipe.\n`,
    'content/docs/en/move/b.mdx': `${front}A hub.\n`,
  }

  test('becomes a link to its definition in the language of the page', async () => {
    const { html, lines } = await read(tree)
    expect(lines.filter((line) => !line.includes('ui-'))).toEqual([])
    expect(html('/en/move/')).toContain(
      `A ${link('/en/terms/#split-domain', 'split domain')}, a ${link('/en/terms/#hub', 'hub')}, a team.`,
    )
    expect(html('/fr-fr/move/')).toContain(
      `Un ${link('/fr-fr/terms/#split-domain', 'domaine partagé')}, un concentrateur, une équipe.`,
    )
  })

  test('is below the base of the site, and known to the site', async () => {
    const { html, site } = await read(tree, { base: '/docs/' })
    expect(html('/en/move/')).toContain('href="/docs/en/terms/#hub"')
    expect(site.site.termLocales).toEqual(['en', 'fr-FR'])
  })

  test('may be linked to by hand if the language has definitions', async () => {
    const words = `${front}[hub](/terms/#hub)\n`
    const typed = { 'content/docs/en/move/index.mdx': words, 'content/docs/en/move/b.mdx': front }
    expect((await read(typed)).html('/en/move/')).toContain('<a href="/en/terms/#hub">hub</a>')
    const without = await read({ ...typed, 'content/l10n/glossary.csv': 'term\nhub\n' })
    expect(without.lines).toEqual(['content/docs/en/move/index.mdx:5:1 error link-missing'])
  })

  test('is linked in docfx pages, too, but not on a page of another language', async () => {
    const { html } = await readDocfxTree(
      {
        'l10n/glossary.csv': 'term;definition:en-US;definition:fr-FR\nhub;A centre.;Un centre.\n',
        'en-us/guide/a.md': `${front}# Hub\n\nA hub.\n`,
        'fr-fr/guide/b.md': `${front}# B\n\nUn hub.\n`,
      },
      {},
      (site) => withStates(site, '', '/l10n'),
    )
    expect(html('/en-us/guide/a/')).toContain(`A ${link('/en-us/terms/#hub', 'hub')}.`)
    expect(html('/fr-fr/guide/a/')).not.toContain('class="term"')
  })
})

test('no docset can have the name of the page of terms', async () => {
  const { lines } = await readGuideTree({}, ['index'], { id: 'terms' })
  expect(lines.join()).toMatch(/error site-config/)
})

describe('a term that its author has marked', () => {
  const page = (text: string) =>
    read({
      'content/docs/en/move/index.mdx': `${front}${text}\n`,
      'content/docs/en/move/b.mdx': front,
    })

  test.each([
    ['A hub, a :term[hub].', `A hub, a ${link('/en/terms/#hub', 'hub')}.`],
    ['**A :term[Split  domain]**', `A ${link('/en/terms/#split-domain', 'Split  domain')}`],
    ['Two :term[hubs].', `Two ${link('/en/terms/#hub', 'hubs')}.`],
    ['Via :term[the *centre*]{#hub}.', link('/en/terms/#hub', 'the <em>centre</em>')],
    ['[a :term[hub] there](./b.mdx)', '>a <span>hub</span> there</a>'],
  ])('is a link where it stands: %s', async (text, expected) => {
    const { html, lines } = await page(text)
    expect(lines.filter((line) => line.includes('move/index'))).toEqual([])
    expect(html('/en/move/')).toContain(expected)
  })

  test.each([
    ['A :term[hob].', 'Did you mean `hub`?'],
    ['A :term[middle]{#hob}.', 'Did you mean `hub`?'],
    ['A :term[team].', 'Add it with a definition to glossary.csv'],
  ])('is told at its place where the glossary does not define it: %s', async (text, advice) => {
    const { html, problems, lines } = await page(text)
    expect(lines).toContain('content/docs/en/move/index.mdx:5:3 warning term-unknown')
    expect(problems.find(({ ruleId }) => ruleId === 'term-unknown')?.reason).toContain(advice)
    expect(html('/en/move/')).not.toContain('class="term"')
  })

  test('is known by the words of the source while it is not translated', async () => {
    const { html, lines } = await read({
      'content/docs/en/move/index.mdx': `${front}A :term[split domain].\n`,
      'content/docs/fr-FR/move/index.mdx': `${front}A :term[split domain].\n`,
      'content/docs/en/move/b.mdx': front,
    })
    expect(lines.filter((line) => line.includes('term-unknown'))).toEqual([])
    expect(html('/fr-fr/move/')).toContain(link('/fr-fr/terms/#split-domain', 'split domain'))
  })
})
