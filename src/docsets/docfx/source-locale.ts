/** Which language a docset is written in. */
import type { PublishConfig } from './config.ts'

/** The source language that `source` says, or else that of the repository that one of the others translates. */
export function sourceNamed(
  found: readonly { translates: string | undefined; edition: { locale: string } }[],
  source: string | undefined,
): string | undefined {
  const locales = new Set(found.map(({ edition }) => edition.locale))
  const tags =
    source === undefined ? found.map(({ translates }) => translates) : [canonical(source)]
  return tags.find((tag) => tag !== undefined && locales.has(tag))
}

/** The language of the repository that this one translates (`_repo.en-us`). */
export function translatedLocale({ dependent_repositories }: PublishConfig): string | undefined {
  return dependent_repositories
    .map(({ path_to_root }) => canonical(/^_repo\.(.+)$/.exec(path_to_root)?.[1] ?? ''))
    .find((tag) => tag !== undefined)
}

/** A language tag in its usual letters; undefined for what is none. */
export function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
