/** Words of `.yml` files of docfx, which translators get as those of any other page. */
import { describe, expect, test } from 'vitest'
import { imported, workspaceOf } from '../../support/project.ts'

const tutorial = `### YamlMime:Tutorial
title: 'Tutorial: your first note' # shown at the top
metadata:
  title: "In the window"
  description: Write a note in three steps.
items:
  # the beginning
  - durationInMinutes: 1
    content: |
      You need a phone
      and a **pen**.

      - Paper is for later.
    prerequisites: >-
      A network
      of your own.
  - title: Open Notes
    content: |
        1. Press the icon.

    # the end
`

const wordsOf = (project: ReturnType<typeof workspaceOf>) =>
  project.pages[0]?.source?.blocks.map(({ kind, text, place }) => `${place.line} ${kind} ${text}`)

test('each text is a unit at its line of the file', () => {
  expect(wordsOf(workspaceOf({ now: tutorial }, 'docfx', 'tutorial.yml'))).toEqual([
    '4 meta In the window',
    '5 meta Write a note in three steps.',
    '2 heading Tutorial: your first note',
    '10 paragraph You need a phone and a pen.',
    '13 paragraph Paper is for later.',
    '15 paragraph A network of your own.',
    '17 heading Open Notes',
    '19 paragraph Press the icon.',
  ])
})

test('a new page is its source with other text: quotes, blocks and comments stay', () => {
  const project = workspaceOf({ now: tutorial }, 'docfx', 'tutorial.yml')
  const { text, rules } = imported(project, {
    'In the window': 'Dans la « fenêtre »',
    'Write a note in three steps.': 'Écrivez une note : trois étapes.',
    'Tutorial: your first note': "Tutoriel : l’autre note d'ici",
    'You need a phone and a <b1>pen</b1>.': 'Il faut un téléphone et un <b1>stylo</b1>.',
    'Paper is for later.': 'Le papier est pour plus tard.',
    'A network of your own.': 'Un réseau à vous.',
    'Open Notes': 'Ouvrir Notes',
    'Press the icon.': 'Appuyez sur l’icône.',
  })
  expect(rules).toEqual([])
  expect(text).toBe(`### YamlMime:Tutorial
title: 'Tutoriel : l’autre note d''ici' # shown at the top
metadata:
  title: "Dans la « fenêtre »"
  description: "Écrivez une note : trois étapes."
items:
  # the beginning
  - durationInMinutes: 1
    content: |
      Il faut un téléphone et un **stylo**.

      - Le papier est pour plus tard.
    prerequisites: >-
      Un réseau à vous.
  - title: Ouvrir Notes
    content: |
        1. Appuyez sur l’icône.

    # the end
`)
})

test('a paragraph that the translation lacks is inserted into its value', () => {
  const was =
    '### YamlMime:FAQ\ntitle: Ask\nsections:\n  - questions:\n      - question: Why?\n        answer: |\n          Because.\n      - question: How?\n        answer: |\n          Like this.\n'
  const now = was.replace('Because.', 'Because.\n\n          And so on.')
  const french = was
    .replace('Ask', 'Demandez')
    .replace('Why?', 'Pourquoi ?')
    .replace('Because.', 'Parce que.')
    .replace('How?', 'Comment ?')
    .replace('Like this.', 'Comme ceci.')
  const project = workspaceOf({ was, now, french }, 'docfx', 'faq.yml')
  const { text, rules } = imported(project, { 'And so on.': 'Et ainsi de suite.' })
  expect(rules).toEqual([])
  expect(text).toBe(french.replace('Parce que.', 'Parce que.\n\n          Et ainsi de suite.'))
})

describe('a part that the translation lacks comes from the source’s file', () => {
  const was =
    '### YamlMime:FAQ\ntitle: Ask\nsections:\n  - name: General\n    questions:\n      - question: Why?\n        answer: Because.\n'
  const french = was
    .replace('Ask', 'Demandez')
    .replace('General', 'Généralités')
    .replace('Why?', 'Pourquoi ?')
    .replace('Because.', 'Parce que.')
  const words = { 'How?': 'Comment ?', 'Like this.': 'Comme ceci.', 'Look.': 'Regardez.' }
  const answer = '        answer: |\n          Like this.\n\n          - Look.\n'
  const rulesAndText = (now: string, own = french, labels: Record<string, string> = words) => {
    const { text, rules } = imported(
      workspaceOf({ was, now, french: own }, 'docfx', 'faq.yml'),
      labels,
    )
    expect(rules).toEqual([])
    return text
  }
  const translated = (typed: string) =>
    typed
      .replace('How?', 'Comment ?')
      .replace('Like this.', 'Comme ceci.')
      .replace('Look.', 'Regardez.')

  test('a question behind another one', () => {
    const added = `      - question: How?\n${answer}`
    expect(rulesAndText(was + added)).toBe(french + translated(added))
  })

  test('a question before another one, and after the last line of a file without an end', () => {
    const added = '      - question: How?\n        answer: Like this.\n'
    const at = was.indexOf('      - question: Why?')
    const place = french.indexOf('      - question: Pourquoi')
    expect(rulesAndText(was.slice(0, at) + added + was.slice(at))).toBe(
      french.slice(0, place) + translated(added) + french.slice(place),
    )
    expect(rulesAndText(was + added, french.trimEnd())).toBe(french + translated(added))
  })

  test('at the indent and with the line ends of the translation', () => {
    const added = `      - question: How?\n${answer}`
    const own = french.replace(/^ {6}/gm, '    ').replaceAll('\n', '\r\n')
    expect(rulesAndText(was + added, own)).toBe(
      own + translated(added).replace(/^ {6}/gm, '    ').replaceAll('\n', '\r\n'),
    )
  })

  test('a whole section with its questions', () => {
    const added =
      '  - name: Accounts\n    questions:\n      - question: How?\n        answer: Like this.\n'
    expect(rulesAndText(was + added, french, { ...words, Accounts: 'Comptes' })).toBe(
      french + translated(added).replace('Accounts', 'Comptes'),
    )
  })

  test('a question at the end of a section, and the section behind it', () => {
    const added = '      - question: How?\n        answer: Like this.\n  - name: Accounts\n'
    expect(rulesAndText(was + added, french, { ...words, Accounts: 'Comptes' })).toBe(
      french + translated(added).replace('Accounts', 'Comptes'),
    )
  })

  test('an entry of a table of contents, with those under it', () => {
    const now =
      '- name: Start\n  href: a.md\n- name: Plan the move\n  href: b.md\n  items:\n  - name: Look.\n    href: c.md\n'
    const before = '- name: Start\n  href: a.md\n'
    const own = '- name: Commencer # ici\n  href: a.md\n'
    const project = workspaceOf({ was: before, now, french: own }, 'docfx', 'toc.yml')
    const { text, rules } = imported(project, { 'Plan the move': 'Préparer', 'Look.': 'Regardez.' })
    expect(rules).toEqual([])
    expect(text).toBe(
      own +
        now.slice(before.length).replace('Plan the move', 'Préparer').replace('Look.', 'Regardez.'),
    )
  })

  test('only when all its words are translated', () => {
    const now = `${was}      - question: How?\n${answer}`
    const project = workspaceOf({ was, now, french }, 'docfx', 'faq.yml')
    const { text, rules } = imported(project, { 'How?': 'Comment ?' })
    expect(rules).toEqual(['unit-place'])
    expect(text).toBeUndefined()
  })
})

const toc = `- name: Notes <T>
  href: index.md
  expanded: true
  items:
    - name: 1. Start
      displayName: begin, open
      href: a/b c.md
- name: "Elsewhere"
  href: https://example.com/?a=1&b=2
`

test('names and keywords of a table of contents are units', () => {
  const project = workspaceOf({ now: toc }, 'docfx', 'toc.yml')
  expect(wordsOf(project)).toEqual([
    '1 heading Notes <T>',
    '5 heading 1. Start',
    '6 paragraph begin, open',
    '8 heading Elsewhere',
  ])
  const { text } = imported(project, {
    'Notes <T>': 'Remarques <T>',
    '1. Start': '1. Début : ici',
    'begin, open': 'commencer, ouvrir',
    Elsewhere: 'Ailleurs',
  })
  expect(text).toBe(
    toc
      .replace('Notes <T>', 'Remarques <T>')
      .replace('1. Start', '"1. Début : ici"')
      .replace('begin, open', 'commencer, ouvrir')
      .replace('Elsewhere', 'Ailleurs'),
  )
})

test('the texts of a page of cards are units', () => {
  const hub = `### YamlMime:Landing\ntitle: Notes\nsummary: Read [this](a.md).\nmetadata:\n  description: Cards\nlandingContent:\n  - title: Begin\n    linkLists:\n      - linkListType: overview\n        links:\n          - text: The *first* page\n            url: a.md\n`
  const project = workspaceOf({ now: hub }, 'docfx', 'index.yml')
  expect(wordsOf(project)).toEqual([
    '5 meta Cards',
    '2 heading Notes',
    '3 paragraph Read this.',
    '7 heading Begin',
    '11 paragraph The *first* page',
  ])
})
