/** What a change makes stale, by real histories of Git. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { beginHistory, commitAll, git, hasGit } from '../support/git.ts'
import { assessPage, frenchAssessPage, reviewSites } from '../support/review-site.ts'
import { readSarif } from '../support/sarif.ts'
import { translatedDocset } from '../support/translated-docset.ts'

const { smallSite, reviewSite } = reviewSites()

interface ReviewJson {
  base: string
  translations: {
    docset: string
    targetLocale: string
    stale: { source: object; target: object; was: string; now: string; grade: string }[]
    added: { blocks: number; words: number }
    orphaned: number
    command?: string
    hasLock: boolean
  }[]
}

async function json(review: Awaited<ReturnType<typeof reviewSite>>['review'], ...args: string[]) {
  const { output } = await review('--json', ...args)
  const { translations } = JSON.parse(output) as ReviewJson
  const [translation] = translations
  if (!translation) throw new Error(output)
  return translation
}

describe.skipIf(!hasGit)('a change of guides', () => {
  test('without changed sources affects no translation', async () => {
    const { review } = await reviewSite()
    expect(await review()).toEqual({
      code: 0,
      output: 'This change affects no translation.',
    })
  })

  test('tells of strings of the interface and of definitions, too', async () => {
    const guides = await smallSite()
    const write = (path: string, text: string) => writeFile(join(guides.root, path), text)
    const terms = (definition: string) =>
      `term;fr-FR;definition:en;definition:fr-FR\ntenant;client;${definition};Votre espace.\n`
    await write('content/ui/en.json', '{ "own.note": "Ask your team." }\n')
    await write('content/ui/fr-FR.json', '{ "own.note": "Demandez à votre équipe." }\n')
    await mkdir(join(guides.root, 'content/l10n'), { recursive: true })
    await write('content/l10n/glossary.csv', terms('Your part of the service.'))
    await guides.run('sync')
    beginHistory(guides.root)
    git(guides.root, 'checkout', '--quiet', '-b', 'change')
    await write('content/ui/en.json', '{ "own.note": "Ask the owner of your team." }\n')
    await write('content/l10n/glossary.csv', terms('Your part of the whole service.'))
    const { output } = await guides.run('review', '--base', 'main', '--json')
    const { translations } = JSON.parse(output) as ReviewJson
    const stale = translations.flatMap(({ docset, stale: all }) =>
      all.map(({ now }) => [docset, now]),
    )
    expect(stale).toEqual([
      ['terms', 'Your part of the whole service.'],
      ['content/ui', 'Ask the owner of your team.'],
    ])
  })

  test('names who confirmed what it makes stale, without mentioning users', async () => {
    const guides = await reviewSite()
    const { root, edit, review } = guides
    git(root, 'config', 'user.name', 'Ana')
    git(root, 'config', 'user.email', 'ana@example.com')
    git(root, 'checkout', '--quiet', 'main')
    const confirmed = await guides.run('confirm', 'assess', '--reviewer', '@bea `Roy`')
    expect(confirmed.code).toBe(0)
    const commit = git(root, 'rev-parse', '--short=10', 'HEAD').trim()
    git(root, 'checkout', '--quiet', '-B', 'change')
    await edit(assessPage, 'The right people.', 'The right people and their data.')
    expect((await review()).output).toMatch(
      new RegExp(`Confirmed by @bea \`Roy\` on \\d{4}-\\d\\d-\\d\\d \\(${commit}\\)\\.`),
    )
    expect((await review('--format', 'markdown')).output).toContain('Confirmed by `@bea Roy` on ')
    const { stale } = await json(review)
    expect(stale).toMatchObject([
      { confirmed: { status: 'ok', author: 'Ana', reviewers: ['@bea `Roy`'] } },
    ])
  })

  test('says if what it makes stale was only assumed', async () => {
    const { edit, review } = await reviewSite()
    await edit(assessPage, 'The right people.', 'The right people and their data.')
    expect((await review()).output).toMatch(/Assumed to be right, committed by Test on \d{4}-/)
  })

  test('names each translated block that it makes stale, and the command that exports it', async () => {
    const { edit, review } = await reviewSite()
    await edit(assessPage, 'The right people.', 'The right people and their data.')
    const { code, output } = await review()
    expect(code).toBe(0)
    expect(output).toContain('fasttrack fr-FR: 1 translated block made stale (6 words)')
    expect(output).toMatch(new RegExp(`${assessPage}:\\d+:1 → ${frenchAssessPage}:\\d+:1`))
    expect(output).toContain('The right [-people-]{+people and their data+}.')
    expect(output).toContain('passerelle export --only stale --docset fasttrack --locale fr-FR')
  })

  test('counts as committed or not, against the commit where its branch was begun', async () => {
    const { root, edit, review } = await reviewSite()
    await edit(assessPage, 'The right people.', 'All the people.')
    commitAll(root)
    expect((await json(review)).stale).toHaveLength(1)
    // What happens on the other branch meanwhile is none of it.
    git(root, 'checkout', '--quiet', 'main')
    await edit(assessPage, '**Plan for success.** In a call.', '**Plan for success.** By mail.')
    commitAll(root)
    git(root, 'checkout', '--quiet', 'change')
    expect((await json(review)).stale.map(({ now }) => now)).toEqual(['All the people.'])
    await edit(assessPage, 'All the people.', 'The right people.')
    expect((await json(review)).stale).toEqual([])
    expect((await json(review, '--head', 'HEAD')).stale).toHaveLength(1)
  })

  test('with the translations that it brings along makes nothing stale', async () => {
    const { edit, review } = await reviewSite()
    await edit(assessPage, 'The right people.', 'The right people and their data.')
    await edit(frenchAssessPage, 'Les bonnes personnes.', 'Les bonnes personnes et leurs données.')
    expect((await json(review)).stale).toEqual([])
  })

  test('does not count what was stale before', async () => {
    const { root, edit, review } = await reviewSite()
    git(root, 'checkout', '--quiet', 'main')
    await edit(assessPage, 'The right people.', 'The very right people.')
    commitAll(root)
    git(root, 'checkout', '--quiet', '-B', 'change')
    await edit(assessPage, 'In this phase you compare', 'Here you compare')
    expect((await json(review)).stale.map(({ now }) => now.slice(0, 16))).toEqual([
      'Here you compare',
    ])
  })

  test('tells what is new, and which translations have lost their source', async () => {
    const { edit, review } = await reviewSite()
    await edit(assessPage, 'The right people.\n', 'The right people.\n\nBring your own chair.\n')
    const { stale, added, orphaned, command } = await json(review)
    expect([stale, added, orphaned]).toEqual([[], { blocks: 1, words: 4 }, 0])
    expect(command).toContain('--only missing')
    await edit(assessPage, '\nThe right people.\n\nBring your own chair.\n', '')
    expect(await json(review)).toMatchObject({ stale: [], added: { blocks: 0 }, orphaned: 1 })
  })

  test('a renamed page makes nothing stale, a new one is to translate, a deleted one leaves its translation alone', async () => {
    const { root, edit, review } = await reviewSite()
    const at = (path: string) => join(root, path)
    await rename(at(assessPage), at(assessPage.replace('assess', 'compare')))
    await rename(at(frenchAssessPage), at(frenchAssessPage.replace('assess', 'compare')))
    expect(await json(review)).toMatchObject({ stale: [], added: { blocks: 0 }, orphaned: 0 })
    await edit(assessPage.replace('assess', 'compare'), 'The right people.', 'Other people.')
    expect((await json(review)).stale).toHaveLength(1)
    await writeFile(
      at('content/docs/en/fasttrack/new.mdx'),
      '---\ntitle: New page\ndescription: Short\nupdated: 2026-11-22\n---\n\nText.\n',
    )
    expect(await json(review)).toMatchObject({ added: { blocks: 3, words: 4 } })
    await rm(at('content/docs/en/fasttrack/enable.mdx'))
    expect((await json(review)).orphaned).toBeGreaterThan(2)
  })

  test('is reported without a lock, too, with the advice to create one', async () => {
    const { edit, review } = await reviewSite({ hasLock: false })
    await edit(assessPage, 'The right people.', 'The right people and their data.')
    expect(await json(review)).toMatchObject({ hasLock: false, stale: [{ grade: 'stale' }] })
    expect((await review()).output).toContain('`passerelle sync`')
  })

  test('is available as Markdown for a comment, which no text can break', async () => {
    const { edit, review } = await reviewSite()
    await edit(assessPage, 'The right people.', 'The `` `right` `` people. &lt;/details&gt; ```')
    const { output } = await review('--format', 'markdown')
    expect(output).toMatch(/^<!-- passerelle-review -->\n/)
    expect(output).toContain('````diff\n-The right people.\n+The ')
    expect(output).toContain(
      'To export the work: `passerelle export --only stale --docset fasttrack --locale fr-FR`',
    )
  })

  test('is available as SARIF and as annotations, at the changed line', async () => {
    const { root, edit, review } = await reviewSite()
    await edit(assessPage, 'The right people.', 'The right people and their data.')
    const [{ results }] = readSarif((await review('--format', 'sarif')).output).runs
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({ ruleId: 'review-stale', level: 'warning' })
    const place = results[0]?.locations[0]?.physicalLocation
    const lines = (await readFile(join(root, assessPage), 'utf8')).split('\n')
    expect(place?.artifactLocation.uri).toBe(assessPage)
    expect(lines[(place?.region.startLine ?? 0) - 1]).toBe('The right people and their data.')
    expect((await review('--format', 'github')).output).toMatch(/^::warning file=.*review-stale/)
  })
})

describe.skipIf(!hasGit)('a change of docfx folders', () => {
  /** The folders in a repository, seen from the folder above. */
  async function folders(begin: (folder: string) => void = beginHistory) {
    const docset = await translatedDocset()
    await docset.passerelle('sync')
    begin(docset.folder)
    const plan = join(docset.folder, 'en-us/moves/plan.md')
    return {
      ...docset,
      edit: async (from: string, to: string) => {
        const text = await readFile(plan, 'utf8')
        expect(text).toContain(from)
        await writeFile(plan, text.replace(from, to))
      },
    }
  }

  test('is read from the history like one of guides', async () => {
    const { edit, passerelle } = await folders()
    await edit('before you start anything', 'before you start')
    const { code, printed } = await passerelle('review', '--base', 'main')
    expect([code, printed]).toEqual([0, expect.stringContaining('1 translated block made stale')])
    expect(printed).toContain('en-us/moves/plan.md:')
    expect(printed).toContain('passerelle export en-us fr-fr --only stale --locale fr-FR')
  })

  test('where each language has a repository of its own, is that of the one that knows the branch', async () => {
    const { edit, passerelle } = await folders((folder) => {
      beginHistory(join(folder, 'en-us'))
      git(join(folder, 'en-us'), 'branch', 'before')
      beginHistory(join(folder, 'fr-fr'))
    })
    await edit('before you start anything', 'before you start')
    const { code, printed } = await passerelle('review', '--base', 'before')
    expect([code, printed]).toEqual([0, expect.stringContaining('1 translated block made stale')])
  })

  test('of a docset that was not there before has all to translate that is not translated', async () => {
    const docset = await translatedDocset()
    await mkdir(join(docset.folder, 'other'))
    git(docset.folder, 'init', '--quiet', '--initial-branch', 'main')
    git(docset.folder, 'commit', '--quiet', '--allow-empty', '--message', 'x')
    const { code, printed } = await docset.passerelle('review', '--base', 'main')
    expect([code, printed]).toEqual([
      0,
      expect.stringMatching(/fr-FR: \d+ new blocks to translate/),
    ])
  })
})
