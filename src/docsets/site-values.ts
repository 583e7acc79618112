/** Values of a site that come unchanged from its configuration. */
import type { SiteConfigValues } from '../config/site-config.ts'
import type { StringTable, StringTables } from '../i18n/interface-strings.ts'
import type { Site } from '../site.ts'

/** Other sites that pages link to or embed. */
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

/** A language without a title has that of the first language. */
export function titlesOf(locales: readonly string[], title: Readonly<Record<string, string>>) {
  const [first = ''] = locales
  return Object.fromEntries(locales.map((tag) => [tag, title[tag] ?? title[first] ?? '']))
}

/** Strings of the site, which override those of its plugins. */
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
