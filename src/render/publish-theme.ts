/** Publish the files of a site's own look: images, fonts, and the style sheet with its colours. */
import { posix } from 'node:path'
import { digestAll } from '../facts/digest.ts'
import type { SiteImage, SitePicture, SiteTheme } from '../site.ts'
import type { FoundTheme } from '../theming/find-theme.ts'
import { themeStylesheet } from '../theming/stylesheet.ts'
import type { ImageOptions, ImagePublisher } from './images.ts'

export interface ThemePublisher {
  publish: ImagePublisher
  read: ImageOptions['read']
  /** Put a file into the folder of assets. */
  write: ImageOptions['write']
  /** Path of the folder of assets without base, with a slash at both ends. */
  assets: string
}

/**
 * Publish the files of a theme and return what templates need of it.
 *
 * @param announcement - The id of the announcement, if readers can dismiss it.
 */
export async function publishTheme(
  theme: FoundTheme,
  announcement: string | undefined,
  publisher: ThemePublisher,
): Promise<SiteTheme> {
  const { config, pathOf, accent } = theme
  const { logo, hero, favicon } = config
  const shownLogo = logo && (await publishPicture(logo, pathOf, publisher))
  const shownHero =
    typeof hero === 'object' ? await publishPicture(hero, pathOf, publisher) : undefined
  const fonts = await publishFonts(theme, publisher)
  const addressOf = (file: string) => `./${fonts.get(file) ?? ''}`
  const custom = await publishStyles(theme, publisher)
  const text = themeStylesheet({ config, accent, announcement, custom, addressOf })
  const stylesheet = text && (await publishFile('theme.css', Buffer.from(text), publisher))
  return {
    ...(shownLogo && { logo: shownLogo }),
    ...(shownHero && { hero: shownHero }),
    ...(favicon !== undefined && { favicon }),
    ...(stylesheet && { stylesheet: publisher.assets + stylesheet }),
  }
}

/** Undefined if the file is missing or cannot be decoded: `check` has reported it. */
async function publishPicture(
  { light, dark, alt = '' }: NonNullable<FoundTheme['config']['logo']>,
  pathOf: FoundTheme['pathOf'],
  { publish, assets }: ThemePublisher,
): Promise<SitePicture | undefined> {
  const image = async (file: string): Promise<SiteImage | undefined> => {
    const made = await publish(pathOf(file), { width: undefined, height: undefined })
    return made && { src: assets + made.name, width: made.width, height: made.height }
  }
  const [onLight, onDark] = [await image(light), dark === undefined ? undefined : await image(dark)]
  return onLight && { light: onLight, ...(onDark && { dark: onDark }), alt }
}

/** The published names of font files, by their paths in the configuration. */
async function publishFonts(
  { config: { fonts = {} }, pathOf }: FoundTheme,
  publisher: ThemePublisher,
): Promise<Map<string, string>> {
  const files = Object.values(fonts).flatMap((font) => font?.files ?? [])
  const names = new Map<string, string>()
  for (const { src } of files) {
    const bytes = await publisher.read(pathOf(src))
    if (bytes) names.set(src, await publishFile(posix.basename(src), bytes, publisher))
  }
  return names
}

/** The text of the site’s own style sheets, with the published names of the files that they use. */
async function publishStyles({ styles }: FoundTheme, publisher: ThemePublisher): Promise<string> {
  let { text } = styles
  for (const [placeholder, path] of styles.files) {
    const bytes = await publisher.read(path)
    const name = bytes && (await publishFile(posix.basename(path), bytes, publisher))
    text = text.replaceAll(placeholder, `./${name ?? ''}`)
  }
  return text
}

/** Publish under a name with a hash of the content, so that browsers can cache it forever. Returns the name. */
async function publishFile(
  file: string,
  bytes: Uint8Array,
  { write }: ThemePublisher,
): Promise<string> {
  const { name, ext } = posix.parse(file)
  const plain = name.replace(/[^\w-]+/g, '_')
  const published = `${plain}.${digestAll([bytes]).slice(0, 10)}${ext}`
  await write(published, bytes)
  return published
}
