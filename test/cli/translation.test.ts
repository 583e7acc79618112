/** What translators do on the command line, on files on disk. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { counts, handedOut, lock } from '../support/handed-out.ts'
import { smallGuides } from '../support/small-guides.ts'
import { translatedDocset } from '../support/translated-docset.ts'

const newGuides = smallGuides()

describe('status', () => {
  test('lists blocks and words by state, and which pages wait', async () => {
    const { passerelle } = await translatedDocset()
    const { code, printed } = await passerelle('status')
    expect(code).toBe(0)
    expect(printed).toContain('moves, en-US → fr-FR: 0 % of 88 words translated and confirmed')
    expect(printed).toMatch(/untranslated +1 block +5 words/)
    expect(printed).toMatch(/missing +4 blocks/)
    expect(printed).toMatch(/fr-fr\/moves\/plan\.md {2}6 unverified, 1 untranslated/)
  })

  test('shows its progress, and clears it at the end', async () => {
    const { passerelle } = await translatedDocset()
    const { shown } = await passerelle('status')
    expect(shown).toEqual([
      'moves fr-FR: page 1 of 3',
      'moves fr-FR: page 2 of 3',
      'moves fr-FR: page 3 of 3',
      '',
    ])
  })

  test('fails if an option asks for it', async () => {
    const { passerelle } = await translatedDocset()
    const under = await passerelle('status', '--fail-under', '95')
    expect([under.code, under.warned]).toEqual([
      1,
      'moves fr-FR: 0 % translated and confirmed, less than 95 %',
    ])
    const on = await passerelle('status', '--fail-on', 'stale,missing')
    expect([on.code, on.warned]).toEqual([1, 'moves fr-FR: 4 missing; there must be none'])
    expect((await passerelle('status', '--fail-on', 'stale,extra')).code).toBe(0)
  })

  test('without a lock it says nothing of what is stale; with one it does, by how much', async () => {
    const docset = await handedOut()
    await docset.edit('en-us/moves/plan.md', 'on the old server', 'on the new server')
    await docset.edit('en-us/moves/plan.md', 'Ask the people', 'Ask *the people')
    await docset.edit('en-us/moves/plan.md', 'old system.', 'old system*.')
    expect(await counts(docset)).toMatchObject({ stale: 2, untranslated: 1 })
    expect((await docset.passerelle('status')).printed).toContain(
      '2 blocks       14 words  (by words 1, signs 0, markup and addresses 1)',
    )
  })

  test.each([
    [['--docset', 'move'], 'only moves. Did you mean `moves`?'],
    [['--locale', 'de-DE'], 'only fr-FR'],
    [['--fail-on', 'old'], 'waiting, translated, unverified, stale'],
    [['--fail-under', 'most'], 'is no number from 0 to 100'],
  ])('%j is wrong usage', async (options, expected) => {
    const { passerelle } = await translatedDocset()
    const { code, warned } = await passerelle('status', ...options)
    expect(code).toBe(2)
    expect(warned).toContain(expected)
  })
})

describe('sync', () => {
  test('records translations as assumed and a line for each source block; a second run changes nothing', async () => {
    const docset = await translatedDocset()
    const { code, printed } = await docset.passerelle('sync')
    expect([code, printed]).toEqual([
      0,
      'moves fr-FR: 10 assumed, 0 recorded, 4 seeded → fr-fr/l10n/moves.fr-FR.lock',
    ])
    const text = await docset.read(lock)
    // A title and a heading that say the same share a line.
    expect(text.match(/^\w{16} \w{16} assumed/gm)).toHaveLength(8)
    expect(text.match(/^\w{16} -$/gm)).toHaveLength(4)
    expect((await docset.passerelle('sync')).printed).toBe(
      'moves fr-FR: 0 assumed, 0 recorded, 0 seeded',
    )
  })

  test('a damaged line is reported, and the file is not overwritten', async () => {
    const docset = await handedOut()
    await docset.edit(lock, ' assumed', ' presumed')
    const before = await docset.files()
    const { code, printed } = await docset.passerelle('confirm', '--all')
    expect(code).toBe(1)
    expect(printed).toMatch(/moves\.fr-FR\.lock:\d+:1 error lock-line/)
    expect(await docset.files()).toEqual(before)
  })
})

describe('next', () => {
  test('shows waiting blocks, their position, and similar texts', async () => {
    const { passerelle } = await handedOut()
    const { code, printed, warned } = await passerelle('next', '--count', '5', '--by', 'words')
    expect(code).toBe(0)
    expect(printed).toContain('plan#plan-the-move/5  untranslated  moves fr-FR')
    expect(printed).toContain('to      fr-fr/moves/plan.md:13:3')
    expect(printed).toContain('to      a page that is not there yet')
    expect(warned).toBe('')
  })

  test('of a stale block it shows the words that have changed, where a memory is kept', async () => {
    const docset = await handedOut()
    await docset.passerelle('sync', '--memory')
    await docset.edit('en-us/moves/plan.md', 'on the old server', 'on the new server')
    const { printed } = await docset.passerelle('next', '--count', '9')
    expect(printed).toContain('plan#plan-the-move/3  stale')
    expect(printed).toContain('change  Open <c1/> on the [-old-] {+new+} server.')
  })
})

describe('check', () => {
  test('warns about waiting blocks, once there is a lock, and does not fail', async () => {
    const docset = await translatedDocset()
    const bare = await docset.passerelle('check', '--lint')
    expect(bare.printed).not.toMatch(/l10n-(?:stale|untranslated|missing|extra)/)
    await docset.passerelle('sync')
    await docset.edit('en-us/moves/plan.md', 'on the old server', 'on the new server')
    await docset.edit('en-us/moves/check.md', 'Compare the', 'Wait for a day.\n\nCompare the')
    const { code, printed } = await docset.passerelle('check', '--lint')
    expect(code).toBe(0)
    expect(printed).toMatch(
      /fr-fr\/moves\/plan\.md:10:1 warning l10n-stale .*text of the source has changed.*`en-us\/moves\/plan\.md:10`/,
    )
    expect(printed).toMatch(/fr-fr\/moves\/plan\.md:13:3 warning l10n-untranslated/)
    expect(printed).toMatch(/en-us\/moves\/check\.md:8:1 warning l10n-missing/)
    // A page that is not there at all has its own short page, which says so.
    expect(printed).not.toMatch(/after\.md:\d+:\d+ warning l10n-missing/)
  })
})

describe('confirm and gc', () => {
  test('confirm takes a page, a section or a block; untranslated ones only by their own name', async () => {
    const docset = await handedOut()
    expect((await docset.passerelle('confirm', 'check')).printed).toContain('4 confirmed')
    expect((await docset.passerelle('confirm', 'plan')).printed).toContain(
      '6 confirmed, 1 left: still in the source language',
    )
    expect(await counts(docset)).toEqual({ translated: 10, untranslated: 1, missing: 4 })
    await docset.passerelle('confirm', 'plan#plan-the-move/5')
    expect(await counts(docset)).toEqual({ translated: 11, missing: 4 })
    const wrong = await docset.passerelle('confirm', 'plans')
    expect([wrong.code, wrong.warned]).toMatchObject([2, /such as `plan`/])
    expect((await docset.passerelle('confirm')).code).toBe(2)
  })

  test('in a site, confirm takes a page’s name for the page, though a folder has it, too', async () => {
    const { root, run } = await newGuides()
    await mkdir(join(root, 'assess'))
    await run('sync')
    const { code, output } = await run('confirm', 'assess')
    expect([code, output]).toMatchObject([0, expect.stringMatching(/[1-9]\d* confirmed/)])
  })

  test('gc removes only the lines of the lock that no page needs', async () => {
    const docset = await handedOut()
    const before = await docset.read(lock)
    await docset.edit('en-us/moves/plan.md', '- Write down what they say.\n', '')
    await docset.edit('fr-fr/moves/plan.md', '- Write down what they say.\r\n', '')
    expect((await docset.passerelle('gc')).printed).toContain('1 line removed')
    const after = await docset.read(lock)
    expect(before.split('\n').filter((line) => !after.includes(line))).toHaveLength(1)
  })
})
