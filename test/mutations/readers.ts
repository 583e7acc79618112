/** Every reader of files that people write, with what it is fed; none may throw, each problem has a place. */
import { findGuideSite } from '#src/docsets/find-site.ts'
import { readSite } from '#src/docsets/read-site.ts'
import { applyLedger } from '#src/permalinks/apply.ts'
import { parseLedger } from '#src/permalinks/read-ledger.ts'
import { type ReportedProblem, toProblems } from '#src/report/problems.ts'
import { problemsOf } from '#src/report/site-problems.ts'
import { decode } from '#src/docsets/decode.ts'
import { parsePage } from '#src/translation/blocks/parse.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { readCsv, writeCsv } from '#src/translation/formats/csv.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import type { ReadFile } from '#src/translation/formats/read-unit.ts'
import { readTmx, writeTmx } from '#src/translation/formats/tmx.ts'
import { readXliff12, writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { readIgnore } from '#src/translation/lint/ignore.ts'
import { parseLock } from '#src/translation/lock/lock.ts'
import { readGlossary, withoutNames } from '#src/translation/glossary/glossary.ts'
import { VFileMessage } from 'vfile-message'
import { readDocfxTree, readGuideTree, treeFiles, type Tree } from '../support/tree.ts'
import { importInto, smallSet } from '../translation/formats/small.ts'
import * as seeds from './seeds.ts'
import type { Seeds } from './seeds.ts'

export interface Reader extends Seeds {
  name: string
  /** Read as the commands do; gives all that an author would be told. */
  read: (bytes: Uint8Array) => Promise<readonly ReportedProblem[]>
}

const page = '---\ntitle: T\ndescription: D\n---\n\n## First\n\nWords.\n'
const guide = '---\ntitle: T\ndescription: D\nupdated: 2026-01-02\n---\n\n## First\n\nWords.\n'

/** A docset in two languages with one file more. */
function inDocset(path: string, more: Tree = {}) {
  return async (bytes: Uint8Array): Promise<readonly ReportedProblem[]> => {
    const others = {
      'en-us/guide/index.md': page,
      'en-us/guide/other.md': page,
      'fr-fr/guide/index.md': page,
      'en-us/guide/includes/i.md': 'Words [a](../index.md).\n\n[!INCLUDE [x](i.md)]\n',
      'en-us/guide/sub/TOC.yml': '- name: S\n  href: ../index.md\n',
    }
    const { site } = await readDocfxTree({ ...others, ...more, [path]: bytes })
    return problemsOf(applyLedger(site))
  }
}

function inGuide(path: string) {
  return async (bytes: Uint8Array): Promise<readonly ReportedProblem[]> => {
    const names = {
      phases: [{ id: 'assess', page: 'index' }],
      parties: ['customer', 'fasttrack'],
      services: ['mail'],
    }
    const tree = {
      'content/docs/en/move/index.mdx': guide,
      'content/docs/en/move/other.mdx': guide,
      'content/docs/fr-FR/move/index.mdx': guide,
      [path]: bytes,
    }
    const { site } = await readGuideTree(tree, ['index', 'other'], names)
    return problemsOf(applyLedger(site))
  }
}

/** As the commands about translations read a page, which report nothing of it themselves. */
function blocksOf(dialect: 'guide' | 'docfx') {
  return async (bytes: Uint8Array): Promise<readonly ReportedProblem[]> => {
    const { text } = decode(bytes, 'page')
    try {
      parsePage(text, dialect)
      const source = readBlocks({ name: 'page', slug: 'page', locale: 'en', text, dialect })
      readBlocks({ name: 'page', slug: 'page', locale: 'fr-FR', text, dialect }, source)
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error
    }
    return []
  }
}

async function ofConfig(bytes: Uint8Array): Promise<readonly ReportedProblem[]> {
  const text = new TextDecoder().decode(bytes)
  let config: unknown
  try {
    config = JSON.parse(text)
  } catch {
    // A module that is not one is Node's to tell.
    return []
  }
  const files = treeFiles({
    'content/site.config.ts': text,
    'content/ui/en.json': '{}',
    'content/docs/en/move/index.mdx': guide,
  })
  const nameOf = (path: string) => path.replace(/^\/+/, '')
  return problemsOf(
    applyLedger(await readSite(await findGuideSite(config, { root: '', files, nameOf }))),
  )
}

const set = smallSet()

function exchange(read: (bytes: Uint8Array, name: string) => ReadFile, name: string) {
  return async (bytes: Uint8Array): Promise<readonly ReportedProblem[]> => {
    const file = read(bytes, name)
    const { refused, messages } = importInto(set, file)
    return toProblems([...file.messages, ...messages, ...refused.map(({ message }) => message)])
  }
}

const memory = {
  sourceLocale: 'en',
  targetLocale: 'fr-FR',
  entries: [
    {
      hash: '0123456789abcdef',
      source: [{ kind: 'text' as const, text: 'Move' }],
      target: [{ kind: 'text' as const, text: 'Transfert' }],
    },
    { source: [{ kind: 'text' as const, text: 'Plan' }] },
  ],
}

const text = (bytes: Uint8Array) => decode(bytes, 'file').text

export const readers: readonly Reader[] = [
  { name: 'pages of docfx docsets', ...seeds.docfxPage, read: inDocset('en-us/guide/index.md') },
  {
    name: 'included files',
    ...seeds.docfxPage,
    read: inDocset('en-us/guide/includes/i.md', {
      'en-us/guide/index.md': `${page}\n[!INCLUDE [x](includes/i.md)]\n`,
    }),
  },
  { name: 'guides', ...seeds.guidePage, read: inGuide('content/docs/en/move/index.mdx') },
  {
    name: 'translated guides',
    ...seeds.guidePage,
    read: inGuide('content/docs/fr-FR/move/index.mdx'),
  },
  {
    name: 'front matter of docfx docsets',
    ...seeds.frontMatterSeed,
    read: inDocset('en-us/guide/index.md'),
  },
  {
    name: 'front matter of guides',
    ...seeds.frontMatterSeed,
    read: inGuide('content/docs/en/move/index.mdx'),
  },
  { name: 'blocks of docfx pages', ...seeds.docfxPage, read: blocksOf('docfx') },
  { name: 'blocks of guides', ...seeds.guidePage, read: blocksOf('guide') },
  { name: 'TOC.md', ...seeds.tocMarkdown, read: inDocset('en-us/guide/TOC.md') },
  { name: 'TOC.yml', ...seeds.tocYaml, read: inDocset('en-us/guide/TOC.yml') },
  { name: 'hubs', ...seeds.hub, read: inDocset('en-us/guide/hub.yml') },
  { name: 'docfx.json', ...seeds.docfxJson, read: inDocset('en-us/guide/docfx.json') },
  {
    name: 'the publish configuration',
    ...seeds.publishConfig,
    read: inDocset('en-us/.openpublishing.publish.config.json'),
  },
  {
    name: 'redirections',
    ...seeds.redirections,
    read: inDocset('en-us/.openpublishing.redirection.json'),
  },
  { name: 'interface strings', ...seeds.strings, read: inDocset('content/ui/en.json') },
  { name: 'search words', ...seeds.searchWords, read: inDocset('content/search/en.json') },
  { name: 'the ledger', ...seeds.ledger, read: inDocset('fr-fr/permalinks.json') },
  {
    name: 'the ledger by itself',
    ...seeds.ledger,
    read: async (bytes) =>
      toProblems(parseLedger({ name: 'permalinks.json', text: text(bytes) }).messages),
  },
  { name: 'the site configuration', ...seeds.siteConfig, read: ofConfig },
  {
    name: 'locks',
    ...seeds.lock,
    read: async (bytes) => toProblems(parseLock(text(bytes), 'a.lock').messages),
  },
  {
    name: 'glossaries',
    ...seeds.glossary,
    read: async (bytes) => {
      const { glossary, messages } = readGlossary(text(bytes), 'glossary.csv')
      withoutNames('A server for Teams', glossary)
      return toProblems(messages)
    },
  },
  {
    name: 'accepted findings',
    ...seeds.ignore,
    read: async (bytes) => toProblems(readIgnore(text(bytes), 'ignore.csv').messages),
  },
  {
    name: 'PO files',
    texts: [writePo(set)],
    dictionary: seeds.poTokens,
    read: exchange(readPo, 'moves.po'),
  },
  {
    name: 'XLIFF 1.2 files',
    texts: [writeXliff12(set)],
    dictionary: seeds.xmlTokens,
    read: exchange(readXliff12, 'moves.xlf'),
  },
  {
    name: 'XLIFF 2.1 files',
    texts: [writeXliff21(set)],
    dictionary: seeds.xmlTokens,
    read: exchange(readXliff21, 'moves.xlf'),
  },
  {
    name: 'CSV files',
    texts: [writeCsv(set), writeCsv(set, { delimiter: ';' })],
    dictionary: seeds.glossary.dictionary,
    read: exchange(readCsv, 'moves.csv'),
  },
  {
    name: 'memories',
    texts: [writeTmx(memory), writeTmx(memory, { codes: 'text' })],
    dictionary: seeds.xmlTokens,
    read: async (bytes) => toProblems(readTmx(bytes, 'a.tmx', memory).messages),
  },
]
