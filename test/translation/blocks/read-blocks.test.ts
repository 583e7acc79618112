import { readFileSync, readdirSync } from 'node:fs'
import { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { pageOf } from '../../support/blocks.ts'
import { guidePairs } from '../../support/own-guides.ts'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import { parsePage } from '#src/translation/blocks/parse.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { fastTrack, hasFastTrack } from '../../support/fasttrack.ts'

const shown = ({ blocks }: BlockPage) => blocks.map(({ kind, source }) => `${kind}: ${source}`)

test('an id that an author gives by hand is no part of a heading’s words', () => {
  const { blocks } = pageOf(
    '## Have **these** ready :anchor{#what-to-bring}\n\n## What to bring\n',
    'en',
    'guide',
  )
  expect(blocks.map(({ source, id }) => [source, id])).toEqual([
    ['Have **these** ready', 'what-to-bring'],
    ['What to bring', 'what-to-bring-1'],
  ])
})

describe('a guide is cut into what readers see', () => {
  const source = pageOf(
    `---
title: "Assess"
description: What is looked at.
updated: 2026-11-22
---

An introduction with \`code\` at 9:00AM.

## The steps

:::procedure{by=customer}
- Somebody is named.

1. :step{#gather-data} **Gather data.** You run the tools.

   > You hold a report.
2. :step{#review by=customer}
   **Review.**
   1. A sub-step.
:::

:::screen[Home page]
| Block | Button |
| --- | --- |
| **Domains** | Send |
:::

> [!NOTE]
> Mind the dates.

![A diagram](a.png)

\`\`\`sh
npm ci
\`\`\`
`,
    'en',
    'guide',
  )

  test('every text once, in the order of the file, without marks, markers and code', () => {
    expect(shown(source)).toEqual([
      'meta: Assess',
      'meta: What is looked at.',
      'paragraph: An introduction with `code` at 9:00AM.',
      'heading: The steps',
      'paragraph: Somebody is named.',
      'paragraph: **Gather data.** You run the tools.',
      'paragraph: You hold a report.',
      'paragraph: **Review.**',
      'paragraph: A sub-step.',
      'title: Home page',
      'cell: Block',
      'cell: Button',
      'cell: **Domains**',
      'cell: Send',
      'paragraph: Mind the dates.',
      'image: A diagram',
    ])
  })

  test('a step’s mark stands outside, so that source and translation compare alike', () => {
    const target = pageOf(
      '## Les étapes\n\n:::procedure\n1. **Gather data.** You run the tools.\n2. **Passez en revue.**\n:::\n',
      'fr-FR',
      'guide',
      source,
    )
    const [, first, second] = target.blocks
    const original = source.blocks.find(({ id }) => id === 'gather-data')
    expect(first?.hash).toBe(original?.hash)
    expect([first?.id, second?.id]).toEqual(['gather-data', 'review'])
    expect(target.blocks[0]).toMatchObject({ id: 'the-steps', borrowed: true })
  })

  test('places say where: section, containers, cell, line and column', () => {
    const send = source.blocks.find(({ source: typed }) => typed === 'Send')
    expect(send?.place).toEqual({
      section: 'the-steps',
      containers: ['screen', 'table'],
      cell: { table: 0, row: 1, column: 1 },
      line: 25,
      column: 17,
    })
    const data = source.blocks.find(({ id }) => id === 'gather-data')
    expect(data?.place).toMatchObject({
      containers: ['procedure', 'list', 'step'],
      line: 14,
      column: 24,
    })
  })
})

describe('a docfx page is cut into what readers see', () => {
  test('names of headings, includes and two markers of one quote are left out', () => {
    const page = pageOf(`# <a name="data-migration"></a>Migration des données
[!INCLUDE [news](includes/news.md)]

> [!NOTE]
> Première remarque.
> [!TIP]
> Un [conseil](a.md)
> sur deux lignes.

<!-- rien -->
`)
    expect(shown(page)).toEqual([
      'heading: Migration des données',
      'paragraph: Première remarque.',
      'paragraph: Un [conseil](a.md)\n> sur deux lignes.',
    ])
    expect(page.blocks[0]).toMatchObject({ id: 'data-migration', depth: 1 })
    expect(page.blocks[2]?.text).toBe('Un conseil sur deux lignes.')
  })

  test('titles of tabs and words of boxes are units, and take no id from the headings of the page', () => {
    const text = `# Guide

## Windows

# [Windows](#tab/windows)

Run it.

# [Linux](#tab/linux)

## Windows

---

> [!div class="nextstepaction"]
> [Go on](next.md)
`
    const { blocks } = pageOf(text)
    expect(blocks.map(({ kind, text: words, id }) => [kind, words, id])).toEqual([
      ['heading', 'Guide', 'guide'],
      ['heading', 'Windows', 'windows'],
      ['heading', 'Windows', undefined],
      ['paragraph', 'Run it.', undefined],
      ['heading', 'Linux', undefined],
      ['heading', 'Windows', 'windows-1'],
      ['paragraph', 'Go on', undefined],
    ])
  })

  test('lines that end with CR LF, quotes and accents keep their offsets', () => {
    const text =
      "---\r\ntitle: 'L''été'\r\ndescription: \"À « lire »\"\r\n---\r\n\r\n> [!NOTE]\r\n> Ça marche 😀.\r\n\r\n- un ![dessin [1]](a.png) deux\r\n"
    const { blocks } = pageOf(text, 'fr-FR')
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      "L''été",
      'À « lire »',
      'Ça marche 😀.',
      'un ![dessin [1]](a.png) deux',
      'dessin [1]',
    ])
    expect(blocks.map(({ text: title }) => title)).toEqual([
      "L'été",
      'À « lire »',
      'Ça marche 😀.',
      'un deux',
      'dessin [1]',
    ])
  })
})

describe('offsets hold on every page', () => {
  test('of our own guides', () => {
    const pages = guidePairs('en', 'fr-FR').flatMap(({ source, target }) => [source, target])
    expectOffsets(pages.map((page) => readBlocks(page)))
  })

  test.skipIf(!hasFastTrack)('of FastTrack', () => {
    const paths = readdirSync(fastTrack, { recursive: true, encoding: 'utf8' })
    const pages = paths.filter((path) => /fasttrack\/.*\.md$/.test(path))
    expect(pages.length).toBeGreaterThan(70)
    expectOffsets(
      pages.map((path) => pageOf(readFileSync(fastTrack + path, 'utf8').replace(/^\uFEFF/, ''))),
    )
  })
})

function expectOffsets(pages: readonly BlockPage[]): void {
  let count = 0
  for (const { text, blocks, name } of pages) {
    expect(blocks.length, name).toBeGreaterThan(0)
    for (const { start, end, source, kind } of blocks) {
      count++
      expect(text.slice(start, end)).toBe(source)
      if (kind !== 'meta') expect(source).not.toMatch(/^[ \t\n]|[ \t\n]$/)
    }
  }
  console.info(`offsets: ${pages.length} pages, ${count} blocks`)
}

test('an unclosed tag in an underlined heading is reported, as everywhere else', () => {
  const parse = () => parsePage('A heading <div>\n===\n', 'guide')
  expect(parse).toThrow(VFileMessage)
})
