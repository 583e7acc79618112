/** What can be wrong with the address of a link or an image. */
import { defineProblems } from '#plugins/problems.ts'

export const addressProblem = defineProblems({
  'link-scheme': (url: string) => ({
    severity: 'error',
    reason: `Unexpected link to \`${url}\`, expected an address of the web, of mail or of a telephone`,
  }),
  'link-whole': (url: string) => ({
    severity: 'warning',
    reason: `Link to \`${url}\` is a whole address of this site, which is not checked. Write the path of the page’s file.`,
  }),
  'link-missing': (url: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `Unexpected link to \`${url}\`, expected a page or file of this docset` +
      (near ? `; did you mean \`${near}\`?` : ''),
  }),
  'link-outside': (url: string, host: string) => ({
    severity: 'warning',
    reason: `Unexpected link to \`${url}\`, expected a page that this docset has: readers are sent to ${host}`,
  }),
  'link-backslash': (url: string, path: string) => ({
    severity: 'warning',
    reason: `Unexpected \`\\\` in \`${url}\`, expected \`${path}\`: the link was resolved`,
  }),
  'image-unreadable': (url: string) => ({
    severity: 'error',
    reason: `Unexpected content of the image \`${url}\`, expected a picture that can be read`,
  }),
  'file-taken': (url: string) => ({
    severity: 'error',
    reason: `File of the link \`${url}\` has the address of a page. Rename the file, or give it an extension`,
  }),
  'image-size': (url: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` has no size. Add \`width\` and \`height\` in pixels, or a \`viewBox\`, to its \`<svg>\` tag`,
  }),
  'image-format': (url: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` has a format that pages cannot show. Save it as PNG, JPEG, WebP, GIF, AVIF, TIFF or SVG, with the extension of that format`,
  }),
  'image-name': (url: string, actual: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` has \`${actual}\` in its name, which means something else in an address. Rename the file`,
  }),
  'link-moved': (url: string, to: string) => ({
    severity: 'warning',
    reason: `Unexpected link to \`${url}\`, which has moved; expected \`${to}\`: readers are sent there`,
  }),
  'link-case': (url: string, path: string) => ({
    severity: 'warning',
    reason: `Unexpected letter case in \`${url}\`, expected \`${path}\`: the link was resolved`,
  }),
  'image-missing': (url: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `Unexpected image \`${url}\`, expected a file that exists` +
      (near ? `; did you mean \`${near}\`?` : ''),
  }),
  'image-elsewhere': (url: string) => ({
    severity: 'warning',
    reason: `Unexpected image from another site \`${url}\`, expected a file of this docset: it is shown as a link`,
    note: 'The reader’s browser would tell the other site what is read here.',
  }),
})
