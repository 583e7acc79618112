/**
 * Images for links on other sites: the team's own, else one drawn for each docset and language. One for each page
 * would cost more than drawing the page.
 */
import type { DocsetContents, Page } from '../docsets/page.ts'
import { digestAll } from '../facts/digest.ts'
import type { Site, SocialImage } from '../site.ts'
import type { FoundTheme } from '../theming/find-theme.ts'
import { type SocialTexts, socialSize, socialSvg } from './draw-social-image.ts'
import type { ImageOptions } from './images.ts'

export interface SocialOptions extends ImageOptions {
  theme: FoundTheme | undefined
  /** Path without base of the folder of assets, with a slash at both ends. */
  assets: string
  /** Absolute path of the image that a page names. */
  pathOf: (page: Page) => string | undefined
}

export interface SocialImages {
  /** By language. */
  site: Readonly<Record<string, SocialImage>>
  contents: readonly DocsetContents[]
  pages: readonly Page[]
}

export async function socialImages(
  site: Site,
  contents: readonly DocsetContents[],
  pages: readonly Page[],
  options: SocialOptions,
): Promise<SocialImages> {
  const titles = new Map(
    pages.flatMap((page) =>
      page.slug === '' ? [[`${page.locale} ${page.docset}`, page.title]] : [],
    ),
  )
  const own = await siteImage(options)
  const imageFor = async (texts: SocialTexts) =>
    own ?? { ...(await drawnImage(texts, options)), alt: altOf(texts) }
  const drawnContents: DocsetContents[] = []
  for (const item of contents) {
    const title = titles.get(`${item.locale} ${item.docset}`)
    const locale = site.locales.find(({ tag }) => tag === item.locale)
    const texts = { title: title ?? item.docset, site: locale?.title ?? '' }
    drawnContents.push({ ...item, socialImage: await imageFor(texts) })
  }
  const ofSite: Record<string, SocialImage> = {}
  for (const { tag, title } of site.locales) ofSite[tag] = await imageFor({ title, site: title })
  return {
    site: ofSite,
    contents: drawnContents,
    pages: await Promise.all(pages.map((page) => withOwnImage(page, options))),
  }
}

function altOf({ title, site }: SocialTexts): string {
  return title === site || !site ? title : `${title} – ${site}`
}

/** The one that the configuration names. */
async function siteImage(options: SocialOptions): Promise<SocialImage | undefined> {
  const { theme } = options
  const { image } = theme?.config ?? {}
  if (!theme || !image) return undefined
  const published = await publishOwn(theme.pathOf(image.src), options)
  return published && { ...published, alt: image.alt ?? '' }
}

async function withOwnImage(page: Page, options: SocialOptions): Promise<Page> {
  const path = options.pathOf(page)
  const image = path === undefined ? undefined : await publishOwn(path, options)
  return image ? { ...page, socialImage: { ...image, alt: page.title } } : page
}

/** Undefined if the file is missing or cannot be decoded: `check` has reported it. */
async function publishOwn(path: string, { read, kept, write, assets }: SocialOptions) {
  const bytes = await read(path)
  if (!bytes) return undefined
  const key = digestAll(['social', bytes])
  const made = await kept(`${key}.jpg`, () => asJpeg(bytes)).catch(() => undefined)
  if (!made) return undefined
  const name = `social.${digestAll([made]).slice(0, 10)}.jpg`
  await write(name, made)
  return { src: assets + name, ...socialSize }
}

/** Crop to the centre: social networks show no other aspect ratio. */
async function asJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const image = sharp(bytes)
    .rotate()
    .resize({ ...socialSize, fit: 'cover' })
  return image.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }).toBuffer()
}

async function drawnImage(texts: SocialTexts, { theme, kept, write, assets }: SocialOptions) {
  const shades = theme?.accent?.shades
  const key = digestAll(['social', texts.title, texts.site, Object.entries(shades ?? {}).flat()])
  const made = await kept(`${key}.png`, async () => {
    // Loaded only for images that are not in the cache, because loading takes a while.
    const [{ default: sharp }, { openOutliner }] = await Promise.all([
      import('sharp'),
      import('./text-outlines.ts'),
    ])
    const svg = socialSvg(texts, shades, await openOutliner())
    return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer()
  })
  const name = `social.${digestAll([made]).slice(0, 10)}.png`
  await write(name, made)
  return { src: assets + name, ...socialSize }
}
