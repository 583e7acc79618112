import { describe, expect, test } from 'vitest'
import { pageOf } from '../../support/blocks.ts'
import { align } from '#src/translation/align/align.ts'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import { confirmAll } from '#src/translation/lock/lock-changes.ts'
import { type Lock, emptyLock } from '#src/translation/lock/lock.ts'

const table = (...rows: string[]) => [rows[0], '|---|---|', ...rows.slice(1)].join('\n')

/** `source = target`, one line for each pair. */
const shown = (source: BlockPage, target: BlockPage, lock?: Lock) =>
  align(source, target, lock).map(
    (pair) => `${pair.source?.text ?? '∅'} = ${pair.target?.text ?? '∅'}`,
  )

/** All blocks of two pages of the same shape, confirmed. */
const lockOf = (source: BlockPage, target: BlockPage) =>
  confirmAll(
    emptyLock,
    source.blocks.flatMap((block, index) => {
      const twin = target.blocks[index]
      return twin ? { source: block, target: twin } : []
    }),
  )

describe('tables', () => {
  const source = pageOf(
    table(
      '|Phase|Who|',
      '|Single pass|Emails|',
      '|New row of 2026|Emails|',
      '|Multiple passes|Emails|',
      '|SharePoint|FileSystem|',
    ),
  )
  const target = pageOf(
    table(
      '|Phase|Qui|',
      '|Passe unique|Courriers|',
      '|Passes multiples|Courriers|',
      '|SharePoint|Fichiers|',
    ),
    'fr-FR',
  )

  test('rows are aligned first, so that an inserted row does not shift the cells below it', () => {
    expect(shown(source, target)).toEqual([
      'Phase = Phase',
      'Who = Qui',
      'Single pass = Passe unique',
      'Emails = Courriers',
      'New row of 2026 = ∅',
      'Emails = ∅',
      'Multiple passes = Passes multiples',
      'Emails = Courriers',
      'SharePoint = SharePoint',
      'FileSystem = Fichiers',
    ])
  })

  test('a column that only one language has leaves the others in their place', () => {
    const wide = pageOf(
      ['|Phase|Dates of 2026|Teams|', '|---|---|---|', '|Assess|3 May|Exchange|'].join('\n'),
    )
    const narrow = pageOf(table('|Phase|Teams|', '|Évaluation|Exchange|'), 'fr-FR')
    expect(shown(wide, narrow)).toEqual([
      'Phase = Phase',
      'Dates of 2026 = ∅',
      'Teams = Teams',
      'Assess = Évaluation',
      '3 May = ∅',
      'Exchange = Exchange',
    ])
  })

  test('a row is found by its names although one of its columns has gone', () => {
    const wide = pageOf(
      ['|Plan|Who it is for|', '|---|---|', '|Teams|All who meet others far away|'].join('\n'),
    )
    const narrow = pageOf('|Offre|\n|---|\n|Teams|', 'fr-FR')
    expect(shown(wide, narrow)).toContain('Teams = Teams')
  })

  test('columns are found by words that the rest of the page has shown', () => {
    const korean = pageOf(
      [
        ...['사과', '강물', '달빛'].flatMap((word) => [`${word}.`, `${word} 하나.`, `${word} 둘.`]),
        table('|강물|달빛|', '|강물 하나|달빛 하나|'),
      ].join('\n\n'),
      'ko-KR',
    )
    const english = pageOf(
      [
        ...['Apple', 'River', 'Moonlight'].flatMap((word) => [
          `${word}.`,
          `${word} one.`,
          `${word} two.`,
        ]),
        table('|Apple|River|', '|Apple one|River one|'),
      ].join('\n\n'),
    )
    const pairs = shown(english, korean)
    expect(pairs).toContain('River one = 강물 하나')
    expect(pairs).not.toContain('River one = 달빛 하나')
  })

  test('each of two tables of as many columns has lost another one', () => {
    const source = pageOf(
      table('|Plan|Product|', '|Small firms|Exchange P1|', '|Big firms|SharePoint P2|'),
    )
    const target = pageOf(
      table('|Produit|Prix en euros|', '|Exchange P1|Trois par mois|', '|SharePoint P2|Neuf|'),
      'fr-FR',
    )
    expect(shown(source, target)).toContain('Exchange P1 = Exchange P1')
    expect(shown(source, target)).toContain('SharePoint P2 = SharePoint P2')
  })

  test('an empty cell stands alone, not its row', () => {
    const empty = pageOf(table('|Phase|Qui|', '|Passe unique||'), 'fr-FR')
    expect(shown(pageOf(table('|Phase|Who|', '|Single pass|Emails|')), empty)).toEqual([
      'Phase = Phase',
      'Who = Qui',
      'Single pass = Passe unique',
      'Emails = ∅',
    ])
  })
})

describe('blocks that have moved', () => {
  const before = pageOf('# A\n\nSelect Send.\n\nWait.\n\nSign in to Exchange Online.\n\nClose it.')
  const target = pageOf(
    '# A\n\nCliquez sur le bouton.\n\nPatientez.\n\nConnectez-vous à Exchange Online.\n\nFermez-le.',
    'fr-FR',
  )
  const after = pageOf('# A\n\nWait.\n\nSign in to Exchange Online.\n\nClose it.\n\nSelect Send.')

  test('are found by the lock', () => {
    expect(shown(after, target, lockOf(before, target))).toEqual([
      'A = A',
      'Wait. = Patientez.',
      'Sign in to Exchange Online. = Connectez-vous à Exchange Online.',
      'Close it. = Fermez-le.',
      'Select Send. = Cliquez sur le bouton.',
    ])
  })

  test('and what moved with them is, although its words changed', () => {
    const item = pageOf('Wait a minute.\n\nPress a key.\n\nSay so.\n\n## B\n\nLook.\n\nSee.\n\nGo.')
    const french = pageOf(
      'Patientez.\n\nAppuyez.\n\nDites-le.\n\n## B\n\nRegardez.\n\nVoyez.\n\nAllez.\n',
      'fr-FR',
    )
    const later = pageOf(
      '## B\n\nLook.\n\nSee.\n\nGo.\n\nWait a minute.\n\nHit any key.\n\nSay so.',
    )
    expect(shown(later, french, lockOf(item, french))).toContain('Hit any key. = Appuyez.')
  })

  test('without a lock, by words that are the same in both languages', () => {
    const moved = pageOf('# A\n\nEnd.\n\nAzure Active Directory Premium P2 licences 2020')
    const french = pageOf('# A\n\nLicences Azure Active Directory Premium P2 2020\n\nFin.', 'fr-FR')
    expect(shown(moved, french)).toContain(
      'Azure Active Directory Premium P2 licences 2020 = Licences Azure Active Directory Premium P2 2020',
    )
  })
})

describe('without a lock', () => {
  test('headings are found by their id, and an extra block stands after the one before it', () => {
    const source = pageOf('## One\n\nFirst.\n\n## Two\n\nSecond.')
    const target = pageOf(
      '## <a name="one"></a>Premier titre\n\nTexte.\n\nEn plus, un paragraphe que personne ne connaît.\n\n## <a name="two"></a>Autre titre\n\nSuite.',
      'fr-FR',
      'docfx',
      source,
    )
    const matches = shown(source, target)
    expect(matches).toContain('One = Premier titre')
    expect(matches).toContain('Two = Autre titre')
    expect(matches.filter((line) => line.startsWith('∅'))).toHaveLength(1)
  })

  test('a text with another name is no pair, however long it is', () => {
    const source = pageOf(
      'Call Exchange now.\n\nStart Teams here.\n\nThen SharePoint and Exchange.',
    )
    const target = pageOf('Lancez ici Teams.\n\nPuis SharePoint avec Exchange.', 'fr-FR')
    expect(shown(source, target)).toEqual([
      'Call Exchange now. = ∅',
      'Start Teams here. = Lancez ici Teams.',
      'Then SharePoint and Exchange. = Puis SharePoint avec Exchange.',
    ])
  })

  test.each(['in', 'of'])('a name with dots or a slash counts whole: for...%s', (word) => {
    const source = pageOf(
      "A 'for...in' loop has no value.\n\nA 'for...of' loop has no value.\n\nSee it.",
    )
    const target = pageOf(`'for...${word}' 루프에는 값이 없습니다.\n\n참조하세요.`, 'ko-KR')
    expect(shown(source, target)).toContain(
      `A 'for...${word}' loop has no value. = 'for...${word}' 루프에는 값이 없습니다.`,
    )
  })

  test('brackets and question marks are found again, whatever their width', () => {
    const [bare, bracketed] = ['Plan the work of each team', 'Move all mailboxes (if you have any)']
    const [plan, move] = ['规划每个团队的工作', '移动所有邮箱（如果有）']
    const last = 'Ready (or not)? = 准备好了（吗）？'
    for (const source of [
      [bare, bracketed],
      [bracketed, bare],
    ]) {
      const page = pageOf([...source, 'Ready (or not)?'].join('\n\n'))
      const found = (text: string) => shown(page, pageOf(`${text}\n\n准备好了（吗）？`, 'zh-CN'))
      expect(found(move)).toEqual(expect.arrayContaining([`${bracketed} = ${move}`, last]))
      expect(found(plan)).toEqual(expect.arrayContaining([`${bare} = ${plan}`, last]))
    }
  })

  test('Japanese and Korean are read by their sound', () => {
    const source = pageOf('Open it.\n\nSchedule.\n\nComponent.')
    expect(shown(source, pageOf('スケジュール。\n\nコンポーネント。', 'ja-JP'))).toEqual([
      'Open it. = ∅',
      'Schedule. = スケジュール。',
      'Component. = コンポーネント。',
    ])
    expect(shown(source, pageOf('스케줄을.\n\n컴포넌트를.', 'ko-KR'))).toEqual([
      'Open it. = ∅',
      'Schedule. = 스케줄을.',
      'Component. = 컴포넌트를.',
    ])
  })

  test('what is alone between two pairs is the pair of what is alone there', () => {
    const source = pageOf('# A\n\nSay 5 to everybody who asks you on Monday.\n\n# B')
    const target = pageOf('# A\n\nNon.\n\n# B', 'fr-FR')
    expect(shown(source, target)).toContain('Say 5 to everybody who asks you on Monday. = Non.')
  })

  test('blocks of different kinds are never a pair', () => {
    expect(shown(pageOf('## Teams'), pageOf('Teams'))).toEqual(['∅ = Teams', 'Teams = ∅'])
  })
})
