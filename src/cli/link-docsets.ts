/** Docsets in folders that the bundler cannot take, such as `My docs #1`: it reads their images by links. */
import type { BuildContext } from '../docsets/build-context.ts'
import { commonFolder } from '../docsets/common-folder.ts'
import { type FolderLink, linkFolder, oddFolder } from './process/plain-path.ts'

export interface LinkedDocsets {
  site: BuildContext
  /** Empty where every docset has a plain path. */
  links: readonly FolderLink[]
}

/** @returns The site with the places of its pages as seen through links; who asks for it removes them. */
export async function linkDocsets(site: BuildContext): Promise<LinkedDocsets> {
  const folders = site.sources.docsets.flatMap(
    ({ docset }) => oddFolder(commonFolder(docset.editions.map(({ root }) => root))) ?? [],
  )
  // The longest comes first: one docset may lie in the folder of another.
  const distinct = [...new Set(folders)].toSorted((a, b) => b.length - a.length)
  const links = await Promise.all(
    distinct.map(async (folder) => ({ folder, ...(await linkFolder(folder)) })),
  )
  if (links.length === 0) return { site, links }
  const documents = site.read.documents.map((document) => {
    const link = links.find(({ folder }) => document.absolute?.startsWith(`${folder}/`))
    if (!link || document.absolute === undefined) return document
    return { ...document, absolute: link.path + document.absolute.slice(link.folder.length) }
  })
  return { site: { ...site, read: { ...site.read, documents } }, links }
}
