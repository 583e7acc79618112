/** Resolve the address of an image to a file of the docset that is published, or to a problem. */
import { foreignAddress } from '#plugins/foreign.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import type { Problem } from '#plugins/problems.ts'
import { composed } from './address.ts'
import { addressProblem as problem } from './address-problems.ts'
import { slashProblem } from './address-slashes.ts'
import type { FoundFile } from './docset.ts'
import { isImageName } from './image-names.ts'
import type { ImageFault } from './images.ts'
import { type FileRules, shownImage } from './linked-file.ts'
import { missingRepository } from './missing-repository.ts'
import type { PageLocation } from './resolve-link.ts'
import { addressParts, relativeTo } from './typed-address.ts'

/** The file of an image; `isLeftOut`: it is not published, and its alternative text is shown. */
export function resolveImage(
  url: string,
  { index, locale, path }: PageLocation,
  {
    imageFaults,
    ...rules
  }: FileRules & { imageFaults?: ReadonlyMap<string, ImageFault> | undefined } = {},
): { file?: FoundFile; problem?: Problem; isLeftOut?: boolean } {
  if (foreignAddress(url)) return { problem: problem('image-elsewhere', url) }
  const wanted = relativeTo(path, decodePart(addressParts(url).pathname))
  const file = index.resource(locale, wanted)
  if (!file) {
    const edition = index.docset.editions.find((item) => item.locale === locale)
    const near = nearestName(wanted, edition?.resources ?? [])
    return {
      problem: problem('image-missing', url, near, missingRepository(index.docset, wanted)),
    }
  }
  const { isShown, problem: reason } = shownImage(url, file, rules)
  if (!isShown) return { isLeftOut: true, ...(reason && { problem: reason }) }
  const fault = imageFaults?.get(file.absolute)
  if (fault) return { problem: problem(`image-${fault}`, url) }
  if (!isImageName(file.path)) return { problem: problem('image-format', url) }
  if (reason) return { file, problem: reason }
  if (composed(file.path) !== composed(wanted))
    return { file, problem: problem('link-case', url, file.path) }
  return { file, ...slashProblem(addressParts(url).pathname, path, file.path) }
}
