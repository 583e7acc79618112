/** Words of `.yml` files of docfx, which translators get as those of any other page. */
import { expect, test } from 'vitest'
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

test('a new question has to be added by hand, because YAML nodes are not written', () => {
  const was =
    '### YamlMime:FAQ\ntitle: Ask\nsections:\n  - questions:\n      - question: Why?\n        answer: Because.\n'
  const now = `${was}      - question: How?\n        answer: Like this.\n`
  const french = was.replace('Why?', 'Pourquoi ?').replace('Because.', 'Parce que.')
  const project = workspaceOf({ was, now, french }, 'docfx', 'faq.yml')
  const { text, rules } = imported(project, { 'How?': 'Comment ?', 'Like this.': 'Comme ceci.' })
  expect(rules).toEqual(['unit-place', 'unit-place'])
  expect(text).toBeUndefined()
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
