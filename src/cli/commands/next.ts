/** `next`: what a translator does next, with all that helps to do it. */
import { toProblems } from '../../report/problems.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { toTags } from '../../translation/codec/tags.ts'
import { isPending, placeNote, stateNote, type Unit } from '../../translation/formats/unit.ts'
import type { LoadedTranslation } from '../../translation/project/load-translations.ts'
import { termsIn } from '../../translation/glossary/needed-terms.ts'
import { matchFinder } from '../../translation/memory/matches.ts'
import { countWords } from '../../translation/language/words.ts'
import { diffText, wordDiff } from '../../translation/memory/word-diff.ts'
import { unitSetOf } from '../../translation/project/translation-project.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readChoice, readNumber } from '../translation-arguments.ts'
import { loadTranslations, translationOptions } from '../load-translations.ts'

export const command: Command = {
  usage: `next [folder…] [--count 1] [--by page|words] [--docset id] [--locale tag] [--l10n folder] [--json]
    Show what to translate next: both texts with their places, changes, terms and similar translations.
    --by   in the order of the pages, or the shortest first`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      count: { type: 'string', default: '1' },
      by: { type: 'string', default: 'page' },
    })
    const count = readNumber('count', values.count, [1, 10_000]) ?? 1
    const by = readChoice('by', values.by, ['page', 'words'])
    const { loaded, messages } = await loadTranslations(positionals, values, terminal)
    const all = loaded.flatMap((work) => waitingIn(work))
    const sorted = by === 'words' ? all.toSorted((a, b) => a.words - b.words) : all
    const items = sorted.slice(0, count).map(({ describe }) => describe())
    const problems = toProblems(messages.filter(({ fatal }) => fatal))
    if (values.json) {
      terminal.print(JSON.stringify({ waiting: all.length, items, problems }, undefined, 2))
    } else {
      if (problems.length) terminal.print(formatProblems(problems, 'text'))
      terminal.print(all.length ? items.map(itemText).join('\n\n') : 'Nothing waits.')
      if (all.length > items.length) terminal.warn(`${all.length - items.length} more wait.`)
    }
    return problems.length ? 1 : 0
  },
}

function waitingIn({ project }: LoadedTranslation) {
  const set = unitSetOf(project)
  const matchesOf = matchFinder(set, project.memory)
  return set.units.filter(isPending).map((unit) => ({
    words: countWords(unit.blocks.source.text),
    describe: () => ({
      docset: project.docset,
      locale: project.targetLocale,
      ...describe(unit),
      proposals: matchesOf(unit).map(({ source, target, ...match }) => ({
        source: toTags(source),
        target: toTags(target),
        ...match,
      })),
      terms: termsIn(
        unit.blocks.source.text,
        project.glossary,
        project.sourceLocale,
        project.targetLocale,
      ),
    }),
  }))

  function describe(unit: Unit) {
    const { source, target } = unit.blocks
    const page = set.pages.find(({ slug }) => slug === unit.page)
    const file = page?.target?.name
    const now = toTags(unit.source)
    return {
      id: unit.id,
      state: stateNote(unit),
      place: placeNote(unit),
      sourceFile: `${unit.note.file}:${source.place.line}:${source.place.column}`,
      ...(file && {
        targetFile: target ? `${file}:${target.place.line}:${target.place.column}` : file,
      }),
      source: now,
      ...(unit.target && { target: toTags(unit.target) }),
      ...(unit.previous && { change: diffText(wordDiff(toTags(unit.previous), now)) }),
    }
  }
}

type Item = ReturnType<ReturnType<typeof waitingIn>[number]['describe']>

function itemText(item: Item): string {
  const rows: (readonly [string, string | undefined])[] = [
    ['in', item.sourceFile],
    ['to', item.targetFile ?? 'a page that is not there yet'],
    ['source', item.source],
    ['change', item.change],
    ['now', item.target],
    ...item.proposals.map(
      ({ likeness, source, target }) => [`${likeness} %`, `${source} → ${target}`] as const,
    ),
    ...item.terms.map(({ source, target, note }) => {
      const message = source === target ? `${source} stays` : `${source} → ${target}`
      return ['term', `${message}${note ? ` (${note})` : ''}`] as const
    }),
  ]
  return [
    `${item.id}  ${item.state}  ${item.docset} ${item.locale}  ${item.place}`,
    ...rows.flatMap(([name, text]) => (text ? [`  ${name.padEnd(7)} ${text}`] : [])),
  ].join('\n')
}
