/** What a site takes from its configuration as it is written there. */
import type { SiteConfigValues } from '../config/site-config.ts'
import type { StringTable, StringTables } from '../i18n/interface-strings.ts'
import type { Site } from '../site.ts'

/** Other sites that pages lead to, or may show something of. */
export function addressesIn(
  values: Partial<Pick<SiteConfigValues, 'repository' | 'edit' | 'report' | 'players'>>,
): Pick<Site, 'repository' | 'edit' | 'report' | 'players'> {
  const { repository, edit, report, players } = values
  return {
    ...(repository && { repository }),
    ...(edit && { edit }),
    ...(report && { report }),
    ...(players?.length && { players }),
  }
}

/** A language without a title of its own has the first one's. */
export function titlesOf(locales: readonly string[], title: Readonly<Record<string, string>>) {
  const [first = ''] = locales
  return Object.fromEntries(locales.map((tag) => [tag, title[tag] ?? title[first] ?? '']))
}

/** Strings of the site, and below them those that its plugins add. */
export function withPluginStrings(
  own: StringTables,
  plugins: SiteConfigValues['plugins'],
): StringTables {
  const all = new Map<string, StringTable>()
  for (const { hooks } of plugins) {
    for (const [tag, table] of Object.entries(hooks.strings ?? {}))
      all.set(tag, { ...all.get(tag), ...table })
  }
  for (const [tag, table] of own) all.set(tag, { ...all.get(tag), ...table })
  return all
}
