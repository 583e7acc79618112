/**
 * What to write in place of options that are elsewhere, or that had another name: those of earlier versions, and those
 * that people know from other generators.
 */
const inTheme = ['accent', 'customCss', 'favicon', 'fonts', 'hero', 'logo', 'radius', 'width'].map(
  (name) => [name, `\`theme.${name}\``] as const,
)

/** By path, with `*` for a position in a list; what there is instead, as a message says it. */
export const movedOptions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(inTheme),
  baseUrl: '`base`',
  site: '`url`',
  languages: '`locales`',
  i18n: '`locales`',
  editLink: '`edit`',
  editUrl: '`edit`',
  navbar: '`header`',
  themeConfig: '`theme`',
  nav: '`header.links`',
  sidebar: '`toc` of each docset',
  announcementBar: '`announcement`',
  'theme.header': '`header`',
  'theme.footer': '`footer`',
  'theme.announcement': '`announcement`',
  'docsets.*.name': '`id`',
  'docsets.*.sidebar': '`toc`',
  'docsets.*.pages': '`toc`',
  'docsets.*.locale': '`source`',
}
