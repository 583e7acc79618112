/**
 * Name links to videos of other sites that have only their address as text, and note that the page has videos.
 *
 * Each video is a link in a box, `.embeddedvideo`, whatever syntax it was written in. A script of the site can show the
 * player there when the reader asks for it; nothing is loaded from the other site before.
 */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { visit } from './visit.ts'

export interface VideoOptions {
  /** Text for such a link, with `{host}`, in the language of the page. */
  videoText?: (file: VFile) => string | undefined
  /** Language of that text, if it is not that of the page. */
  interfaceLanguage?: (file: VFile) => string | undefined
}

declare module 'vfile' {
  interface DataMap {
    /** The page has videos of other sites, which need a style sheet and a script. */
    hasVideos?: true
  }
}

/** Comes after sanitizing, and before links are resolved. */
export default function rehypeVideos({ videoText, interfaceLanguage }: Readonly<VideoOptions>) {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (node) => {
      if (!isVideo(node)) return
      visit(node, 'element', (link: Element) => {
        if (link.tagName !== 'a') return
        file.data.hasVideos = true
        nameLink(link, videoText?.(file), interfaceLanguage?.(file))
      })
    })
  }
}

function isVideo({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('embeddedvideo')
}

function nameLink(link: Element, template: string | undefined, lang: string | undefined): void {
  const typed = toString(link).trim()
  if (!template || !/^https?:\/\/\S+$/.test(typed) || !URL.canParse(typed)) return
  const value = template.replace('{host}', () => new URL(typed).host.replace(/^www\./, ''))
  const last = link.children.findLast((child) => child.type === 'text')
  if (!last) return
  last.value = value
  if (lang) link.properties['lang'] = lang
}

const youtube = /^(?:(?:www\.)?youtube\.com|youtu\.be|www\.youtube-nocookie\.com)$/i

/**
 * The address of a video for a player: always https, and for YouTube its player on the host that sets no cookies, by
 * the rules of docfx (`QuoteSectionNoteRender.FixUpLink`).
 */
export function videoAddress(typed: string): string {
  const address = typed.replace(/^http:/i, 'https:')
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (youtube.test(url.hostname)) toPlayer(url)
  else if (/^channel9\.msdn\.com$/i.test(url.hostname)) url.searchParams.append('nocookie', 'true')
  return url.href
}

/** A page of YouTube is not shown in a frame, its player is; at the end it offers nothing of other people. */
function toPlayer(url: URL): void {
  const { hostname, pathname, searchParams } = url
  const isShort = hostname === 'youtu.be'
  const [, embedded] = /\/embed\/([^/]+)$/.exec(pathname) ?? []
  const id = isShort ? pathname.slice(1) : (searchParams.get('v') ?? embedded)
  const list = searchParams.get('list')
  if (!isShort) url.hostname = 'www.youtube-nocookie.com'
  if (id && id !== 'videoseries') searchParams.delete('v')
  else if (!list) return
  else url.search = new URLSearchParams({ list }).toString()
  url.hostname = 'www.youtube-nocookie.com'
  url.pathname = id && id !== 'videoseries' ? `/embed/${id}` : '/embed/videoseries'
  if (!url.searchParams.has('rel')) url.searchParams.append('rel', '0')
}
