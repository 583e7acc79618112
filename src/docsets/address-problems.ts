/** What can be wrong with the address of a link or an image. */
import { type MissingRepository, repositoryAdvice } from '#plugins/docfx/snippets/problems.ts'
import { defineProblems } from '#plugins/problems.ts'

export const addressProblem = defineProblems('links', {
  'link-scheme': (url: string) => ({
    severity: 'error',
    reason: `Link to \`${url}\` opens no page. Use an address of the web, of mail or of a telephone.`,
  }),
  'link-whole': (url: string) => ({
    severity: 'warning',
    reason: `Link to \`${url}\` is a whole address of this site, which is not checked. Write the path of the page’s file.`,
  }),
  'link-missing': (url: string, near: string | undefined, repository?: MissingRepository) => ({
    severity: 'error',
    reason:
      `Link to \`${url}\` leads nowhere: ${repository ? isElsewhere : missing(url)}.` +
      orElse(near, repository),
  }),
  'download-file': (url: string) => ({
    severity: 'error',
    reason: `\`${url}\` leads to no file of this site. Write the path of a file beside the page, or \`/…\` for one in \`public/\`.`,
  }),
  'link-draft': (url: string) => ({
    severity: 'error',
    reason: `\`${url}\` is a draft, which readers do not get. Take the link out, or take \`draft: true\` out of that page.`,
  }),
  'link-outside': (url: string, host: string) => ({
    severity: 'warning',
    reason: `This docset has no page \`${url}\`, so readers are sent to ${host}. Link to a page of the docset, or write the whole address.`,
  }),
  'link-backslash': (url: string, path: string) => ({
    severity: 'warning',
    reason: `Link \`${url}\` has \`\\\`, but works here. Write \`${path}\`.`,
  }),
  'image-unreadable': (url: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` cannot be read. Replace the file.`,
  }),
  'file-taken': (url: string) => ({
    severity: 'error',
    reason: `File of the link \`${url}\` has the address of a page. Rename the file, or give it an extension.`,
  }),
  'image-size': (url: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` has no size. Add \`width\` and \`height\` in pixels, or a \`viewBox\`, to its \`<svg>\` tag.`,
  }),
  'image-format': (url: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` has a format that pages cannot show. Save it as PNG, JPEG, WebP, GIF, AVIF, TIFF or SVG, with the extension of that format.`,
  }),
  'link-moved': (url: string, to: string) => ({
    severity: 'warning',
    reason: `Page \`${url}\` has moved, so readers are sent to \`${to}\`. Write the new address.`,
  }),
  'link-case': (url: string, path: string) => ({
    severity: 'warning',
    reason: `Letter case of \`${url}\` differs from that of the file, but the link works here. Write \`${path}\`.`,
  }),
  'image-missing': (url: string, near: string | undefined, repository?: MissingRepository) => ({
    severity: 'error',
    reason:
      (repository
        ? `Image \`${url}\` is not shown: ${isElsewhere}.`
        : `There is no image \`${url}\`.`) + orElse(near, repository),
  }),
  'image-elsewhere': (url: string) => ({
    severity: 'warning',
    reason: `Image \`${url}\` is on another site, so it is shown as a link. Put the file into this docset.`,
    note: 'The reader’s browser would tell the other site what is read here.',
  }),
})

const isElsewhere = 'it is in another repository that is not here'

function orElse(near: string | undefined, repository: MissingRepository | undefined): string {
  if (repository) return ` ${repositoryAdvice(repository)}`
  return near ? ` Did you mean \`${near}\`?` : ''
}

function missing(url: string): string {
  return url.startsWith('/')
    ? 'no docset has such a page, and `public/` no such file'
    : 'this docset has no such page or file'
}
