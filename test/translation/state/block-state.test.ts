import { describe, expect, test } from 'vitest'
import { pageOf } from '../../support/blocks.ts'
import { emptyGlossary, readGlossary, withoutNames } from '#src/translation/glossary/glossary.ts'
import { confirmAll, seed } from '#src/translation/lock/lock-changes.ts'
import { type Lock, type LockStatus, emptyLock } from '#src/translation/lock/lock.ts'
import { statesOf } from '#src/translation/state/block-state.ts'

const csv = 'term;fr-FR;en;note;dnt;ui;case\nSkype for Business;Skype Entreprise;;;x;;\n'
const { glossary } = readGlossary(csv, 'glossary.csv')

/** State and grade of the one pair of two texts. */
function stateOf(source: string, target: string, lock: Lock = emptyLock) {
  const [pair] = statesOf(pageOf(source), pageOf(target, 'fr-FR'), lock, glossary)
  return [pair?.state, pair?.grade].filter(Boolean).join(' ')
}

function locked(source: string, target: string, status: LockStatus = 'ok'): Lock {
  const [block] = pageOf(source).blocks
  const [other] = pageOf(target, 'fr-FR').blocks
  return block && other
    ? confirmAll(emptyLock, [{ source: block, target: other }], status)
    : emptyLock
}

describe('the state of a pair', () => {
  const source = 'Assign the 150 licences to your [users](a.md).'
  const target = 'Attribuez les 150 licences à vos [utilisateurs](a.md).'
  const lock = locked(source, target)

  test('that nobody has confirmed is unverified, that somebody has is translated', () => {
    expect(stateOf(source, target)).toBe('unverified')
    expect(stateOf(source, target, lock)).toBe('translated')
    expect(stateOf(source, target, locked(source, target, 'assumed'))).toBe('unverified')
    expect(stateOf(source, target, locked(source, target, 'machine'))).toBe('unverified')
  })

  test('stays machine translation until a person confirms it, and if its source changes', () => {
    const isMachine = (from: string, own: Lock) =>
      statesOf(pageOf(from), pageOf(target, 'fr-FR'), own, glossary)[0]?.isMachine
    const machine = locked(source, target, 'machine')
    expect(isMachine(source, machine)).toBe(true)
    expect(isMachine(source.replace('150', '500'), machine)).toBe(true)
    expect(isMachine(source, locked(source, target, 'assumed'))).toBe(undefined)
    const both = { ...machine, entries: [...machine.entries, ...lock.entries] }
    expect(isMachine(source, both)).toBe(undefined)
  })

  test.each([
    ['Assign the 150 licences to your [users](b.md).', 'stale auto'],
    ['Assign the **150** licences to your [users](a.md).', 'stale auto'],
    ['Assign the 500 licences to your [users](a.md).', 'stale minor'],
    ['Assign the 150 licences to all of your [users](a.md).', 'stale stale'],
  ])('whose source has become “%s” is %s', (changed, expected) => {
    const later = seed(lock, pageOf(changed).blocks)
    expect(stateOf(changed, target, later)).toBe(expected)
    expect(stateOf(changed, target, lock)).toBe(expected)
    const again = locked(changed, target)
    expect(
      stateOf(changed, target, { ...later, entries: [...later.entries, ...again.entries] }),
    ).toBe('translated')
  })

  test('that says what the source marks as words of this language is not in the source’s', () => {
    const label = 'Choisissez la langue qui vous convient.'
    expect(stateOf(`<span lang="fr">${label}</span>`, label)).toBe('unverified')
    // Nor what everybody can see is not, marked or not.
    expect(stateOf(label, label)).toBe('unverified')
    const english = 'Choose the language that suits you.'
    expect(stateOf(english, english)).toBe('untranslated')
  })

  test('names the source that was translated, for what has changed', () => {
    const [pair] = statesOf(pageOf('Assign licences.'), pageOf(target, 'fr-FR'), lock)
    expect(pair?.translatedFrom).toBe(pageOf(source).blocks[0]?.hash)
  })

  test('whose translation was edited, or came since the source was seeded, is translated', () => {
    expect(stateOf(source, 'Donnez les 150 licences à vos [utilisateurs](a.md).', lock)).toBe(
      'translated',
    )
    expect(stateOf(source, target, seed(emptyLock, pageOf(source).blocks))).toBe('translated')
  })

  test('whose address the translator has already changed is translated', () => {
    const changed = 'Assign the 150 licences to your [users](b.md).'
    expect(stateOf(changed, target.replace('a.md', 'b.md'), lock)).toBe('translated')
  })

  test('two source blocks may have the same translation', () => {
    const english = pageOf('Papers\n\nDocuments in paper')
    const french = pageOf('Documents papier\n\nDocuments papier', 'fr-FR')
    const both = confirmAll(
      emptyLock,
      english.blocks.flatMap((block, index) => {
        const other = french.blocks[index]
        return other ? { source: block, target: other } : []
      }),
    )
    expect(statesOf(english, french, both).map(({ state }) => state)).toEqual([
      'translated',
      'translated',
    ])
  })
})

describe('what is still in the source’s language', () => {
  test.each([
    ['Assign the licences.', 'Assign the licences.', 'untranslated'],
    ['Assign the licences.', 'Please assign all the licences that you have.', 'untranslated'],
    ['Supported mailbox topology.', 'Supported mailbox topology.', 'untranslated'],
    ['Do it. Then wait.', 'Faites-le. Then wait for the answer.', 'partial'],
    ['Exchange Online', 'Exchange Online', 'translated'],
    ['150-1000', '150-1000', 'translated'],
    ['Advanced eDiscovery for macOS.', 'Advanced eDiscovery for macOS.', 'translated'],
    ['`npm run check`', '`npm run check`', 'translated'],
    ['Meet by Skype for Business.', 'Réunissez-vous par Skype for Business.', 'unverified'],
  ])('%s | %s: %s', (source, target, expected) => {
    expect(stateOf(source, target)).toBe(expected)
  })

  test('is reported by sentence, with its position in the text', () => {
    const target = pageOf('Faites-le.<br/>Then wait for the answer.', 'fr-FR')
    const [pair] = statesOf(pageOf('Do it.<br/>Then wait.'), target)
    const [span] = pair?.foreign ?? []
    expect(pair?.foreign).toHaveLength(1)
    expect(pair?.target?.text.slice(span?.from, span?.to)).toBe('Then wait for the answer.')
  })

  test('counts for a stale pair, too, but not for one that somebody found right', () => {
    const same = 'Assign the licences.'
    expect(stateOf(same, same, locked(same, same))).toBe('translated')
    expect(stateOf(same, same, locked(same, same, 'assumed'))).toBe('untranslated')
    expect(stateOf('Assign all.', same, locked(same, same))).toBe('untranslated')
  })

  test('is known by the lock, too, where it is an earlier source', () => {
    const later = seed(seed(emptyLock, pageOf('Supported topologies.').blocks), [])
    expect(stateOf('Mailboxes that move.', 'Supported topologies.', later)).toBe('untranslated')
    expect(stateOf('Mailboxes that move.', 'Supported topologies.')).toBe('unverified')
  })

  test.each(['Devices', 'Details:', 'Microsoft 365 Apps for business'])(
    '“%s”, the same in both, may be a name or forgotten: nobody has verified it',
    (label) => {
      expect(stateOf(label, label)).toBe('unverified')
    },
  )

  test('is not asked of two variants of one language', () => {
    const [pair] = statesOf(
      pageOf('Choose the colour.', 'en-US'),
      pageOf('Choose the colour.', 'en-GB'),
    )
    expect(pair?.state).toBe('unverified')
  })

  test('is seen in scripts without capital letters', () => {
    const [pair] = statesOf(pageOf('前提条件', 'ja'), pageOf('前提条件', 'en'))
    expect(pair?.state).toBe('untranslated')
  })

  test('words that an author marked as English are no alarm', () => {
    const source = pageOf('Select **Send to all of your users**.', 'en', 'guide')
    const target = pageOf(
      'Sélectionnez **<span lang="en">Send to all of your users</span>**.',
      'fr-FR',
      'guide',
    )
    expect(statesOf(source, target)[0]?.state).toBe('unverified')
  })

  test('from French to English, by the same rule', () => {
    const source = pageOf('Vous attribuez les licences.', 'fr-FR')
    const [left] = statesOf(source, pageOf('Vous attribuez les licences.', 'en'))
    const [right] = statesOf(source, pageOf('You assign the licences.', 'en'))
    expect([left?.state, right?.state]).toEqual(['untranslated', 'unverified'])
  })
})

describe('the glossary', () => {
  test('names are blanked out, the longest first, with every offset kept', () => {
    const text = 'Skype for Business, Skype for Businesses'
    expect(withoutNames(text, glossary)).toBe('                  , Skype for Businesses')
    expect(withoutNames(text, emptyGlossary)).toBe(text)
  })

  test('a comma or a semicolon, quotes and a byte order mark are read; invalid rows are reported', () => {
    const { glossary: read, messages } = readGlossary(
      '\uFEFFterm,fr-FR,en,note,dnt,ui,case\n"tenant, the",client,,"two\nlines",,x,x\n,x,,,,,\n',
      'glossary.csv',
    )
    expect(read.terms).toEqual([
      {
        term: 'tenant, the',
        in: { 'fr-FR': 'client' },
        note: 'two\nlines',
        doNotTranslate: false,
        isLabel: true,
        matchCase: true,
        line: 2,
      },
    ])
    expect(messages.map(({ line, ruleId }) => [line, ruleId])).toEqual([[4, 'glossary-term']])
    expect(readGlossary('name;fr\n', 'g.csv').messages[0]?.ruleId).toBe('glossary-columns')
  })
})
