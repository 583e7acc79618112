/**
 * Docsets of Microsoft as they are, beside the project: nothing stops their build, and their readers see no syntax.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { htmlIn } from '#plugins/content.ts'
import type { PageDocument } from '#src/docsets/document.ts'
import type { CardGroup } from '#src/docsets/page.ts'
import { sharedDocsets } from '../support/aligned-pages.ts'
import { readDiskSite } from '../support/disk-site.ts'
import { leftoversIn, textOf } from '../support/leftovers.ts'

const docsets = existsSync(sharedDocsets)
  ? readdirSync(sharedDocsets, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : []

/** What readers see of a page: its text without code, or its cards. */
function seenOn({ page, content }: PageDocument): string {
  const head = [page.title, page.heading.text, page.description]
  const cards = page.kind === 'hub' ? page.cards.flatMap(wordsOf) : []
  return [...head, ...cards, textOf(htmlIn(content?.parts() ?? []))].join('\n')
}

function wordsOf({ title = '', summary = '', cards, footer = [] }: CardGroup): string[] {
  const own = cards.flatMap((card) => [
    card.title,
    card.summary ?? '',
    ...card.links.map(({ text }) => text),
  ])
  return [title, summary, ...own, ...footer.map(({ text }) => text)]
}

describe.skipIf(docsets.length === 0).each(docsets.map(({ name }) => name))('%s', (name) => {
  const folder = join(sharedDocsets, name)
  const locales = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  let reading: ReturnType<typeof readDiskSite> | undefined
  const site = () => (reading ??= readDiskSite(folder, locales))

  test('builds without --keep-going: it has no error', async () => {
    const { lines } = await site()
    expect(lines.filter((line) => line.includes(' error '))).toEqual([])
  }, 300_000)

  test('shows no syntax, comment or metadata in the text of any page', async () => {
    const { read } = await site()
    expect(read.documents.length).toBeGreaterThan(60)
    const faults = read.documents.flatMap((document) =>
      leftoversIn(seenOn(document)).map((left) => `${document.page.path} ${left}`),
    )
    expect(faults).toEqual([])
  }, 300_000)

  test('has no link to its own pages that leads nowhere; what is wrong has a file, a line and a column', async () => {
    const { read, lines } = await site()
    const pages = new Set(read.documents.map(({ page }) => page.path))
    const dead = read.documents.flatMap(({ page, links }) =>
      links.flatMap(({ href, page: target }) => {
        const path = href.replace(/[?#].*$/, '')
        return target !== undefined && path && !pages.has(path) ? [`${page.path} ${href}`] : []
      }),
    )
    expect(dead).toEqual([])
    expect(lines.filter((line) => !/^\S.*:\d+:\d+ (?:warning|error) /.test(line))).toEqual([])
  }, 300_000)
})
