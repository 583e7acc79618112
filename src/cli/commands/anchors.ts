/** `anchors`: give translated headings the ids of their source, so that links to them lead somewhere. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { toProblems } from '../../report/problems.ts'
import type { NewPage } from '../../translation/import/import-files.ts'
import { type LostAnchor, lostAnchors, withAnchors } from '../../translation/project/anchors.ts'
import type { LoadedTranslation } from '../../translation/project/load-translations.ts'
import { UsageError, readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import {
  loadTranslations,
  loadTranslationsToWrite,
  translationOptions,
} from '../load-translations.ts'
import { pageFiles } from '../page-files.ts'
import { write } from '../report-changes.ts'

const { docset, locale, json } = translationOptions

interface Lost extends LostAnchor {
  /** Name of the file in messages. */
  file: string
}

export const command: Command = {
  usage: `anchors [folder…] [--write] [--docset id] [--locale tag] [--json]
    Show translated headings whose id differs from that of the source, which breaks links to them. For pages
    of another generator; guides always have the ids of their source.
    --write   write the ids beside the headings, in the syntax of that generator`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      docset,
      locale,
      json,
      write: { type: 'boolean', default: false },
    })
    const open = values.write ? loadTranslationsToWrite : loadTranslations
    const { loaded, messages, nameOf } = await open(positionals, values, terminal)
    const faults: VFileMessage[] = [...messages.filter(({ fatal }) => fatal)]
    const found = loaded.map((work) => anchorsIn(work))
    const { files, messages: unwritable } = await pageFiles(
      found.flatMap(({ pages }) => pages),
      nameOf,
    )
    append(faults, unwritable)
    const failure = values.write ? await write(files, terminal) : undefined
    const isWritten = values.write && failure === undefined
    const lost = found.flatMap((item) => item.lost)
    const problems = toProblems(faults)
    if (values.json) {
      const written = isWritten ? files.map(({ path }) => nameOf(path)) : []
      terminal.print(JSON.stringify({ anchors: lost, written, problems }, undefined, 2))
    } else {
      if (problems.length) terminal.print(formatProblems(problems, 'text'))
      for (const anchor of lost) terminal.print(lineOf(anchor))
      terminal.print(summary(lost, isWritten ? files.length : undefined))
    }
    if (failure !== undefined) terminal.warn(failure)
    const left = isWritten ? lost.filter(({ pin }) => !pin) : lost
    return problems.length > 0 || left.length > 0 ? 1 : 0
  },
}

function lineOf({ file, line, column, id, now, words, pin }: Lost): string {
  const own = pin ? '' : `  It has the id ${now} of its own: put ${id} in its place.`
  return `${file}:${line}:${column}  #${id}  ${words}${own}`
}

function summary(lost: readonly Lost[], files: number | undefined): string {
  if (lost.length === 0) return 'Every heading has the id of its source.'
  const count = files === undefined ? lost.length : lost.filter(({ pin }) => pin).length
  const headings = `${count} heading${count === 1 ? '' : 's'}`
  return files === undefined
    ? `${headings} without the id of the source. Write the ids with --write.`
    : `${headings} in ${files} file${files === 1 ? '' : 's'} got the id of the source.`
}

/** @throws UsageError for docsets whose headings have their ids already. */
function anchorsIn({ opened, project }: LoadedTranslation): {
  lost: Lost[]
  pages: NewPage[]
} {
  if (opened.kind !== 'tree') {
    throw new UsageError(
      `Headings of \`${project.docset}\` have the ids of their source. \`anchors\` is for pages that another generator publishes.`,
    )
  }
  const { generator } = opened.docset
  const lost: Lost[] = []
  const pages = project.pages.flatMap((page): NewPage[] => {
    const { target, file } = page
    const found = lostAnchors(page, generator)
    const text = target && withAnchors(target, found)
    if (!target || text === undefined) return []
    append(
      lost,
      found.map((anchor) => ({ ...anchor, file: target.name })),
    )
    return text === target.text ? [] : [{ file, before: target.text, text }]
  })
  return { lost, pages }
}
