/** Pending units with all that helps to translate them. */
import { tagOf, toTags } from '../../translation/codec/tags.ts'
import { isPending, placeNote, stateNote, type Unit } from '../../translation/formats/unit.ts'
import { termsIn } from '../../translation/glossary/needed-terms.ts'
import { countWords } from '../../translation/language/words.ts'
import { matchFinder } from '../../translation/memory/matches.ts'
import { wordDiff } from '../../translation/memory/word-diff.ts'
import type { LoadedTranslation } from '../../translation/project/load-translations.ts'
import { unitSetOf } from '../../translation/project/translation-project.ts'

/** The pending units of a translation, in page order. `describe` is apart because it compares a unit with all others. */
export function pendingIn({ project }: LoadedTranslation) {
  const set = unitSetOf(project)
  const matchesOf = matchFinder(set, project.memory)
  return set.units.filter(isPending).map((unit) => ({
    words: countWords(unit.blocks.source.text),
    describe: () => ({
      docset: project.docset,
      locale: project.targetLocale,
      sourceLocale: project.sourceLocale,
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
      hash: unit.hash,
      state: stateNote(unit),
      place: placeNote(unit),
      sourceFile: `${unit.note.file}:${source.place.line}:${source.place.column}`,
      ...(file && {
        targetFile: target ? `${file}:${target.place.line}:${target.place.column}` : file,
      }),
      source: now,
      ...(unit.target && { target: toTags(unit.target) }),
      ...(unit.previous && { change: wordDiff(toTags(unit.previous), now) }),
      codes: unit.codes
        .filter(({ shown }) => shown)
        .map((code) => ({ tag: tagOf(code), shown: code.shown })),
    }
  }
}

/** A unit as `next` shows it. */
export type WorkItem = ReturnType<ReturnType<typeof pendingIn>[number]['describe']>
