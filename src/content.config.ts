/** What Astro knows of the content: pages and tables of contents, read by `src/docsets/`. */
import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { diskWithin } from './node-file-system.ts'
import { getBuildContext } from './docsets/build-context.ts'
import { contentsLoader, factLoader, pageLoader } from './docsets/loader.ts'
import type { DocsetContents, Page } from './docsets/page.ts'
import { readOwnSite } from './docsets/own-site.ts'
import type { ReadSite } from './docsets/read-site.ts'
import { applyLedger } from './permalinks/apply.ts'
import { type GoLinkPage, goLinkPages } from './permalinks/go-link-pages.ts'
import { formatProblems } from './report/format-problems.ts'
import { problemsOf } from './report/site-problems.ts'
import { withStates } from './translation/site/with-states.ts'

const root = process.cwd()
const files = diskWithin([`${root}/content`])

let reading: Promise<ReadSite> | undefined

/** Both collections share one reading. */
function read(fresh: boolean): Promise<ReadSite> {
  if (fresh) reading = undefined
  const given = getBuildContext()?.read
  reading ??= given ? Promise.resolve(given) : readAndTell()
  return reading
}

/** In development nobody has checked before: what is wrong is said here, and the page is drawn all the same. */
async function readAndTell(): Promise<ReadSite> {
  const site = await readOwnSite(root, files, {}, (opened) => withStates(opened, root))
  const read = applyLedger(site.read)
  const problems = problemsOf(read)
  if (problems.length) console.warn(formatProblems(problems, 'text'))
  return read
}

export const collections = {
  pages: defineCollection({ loader: pageLoader(read, root), schema: z.custom<Page>() }),
  contents: defineCollection({ loader: contentsLoader(read), schema: z.custom<DocsetContents>() }),
  goLinks: defineCollection({
    loader: factLoader('passerelle-go-links', read, goLinkPages),
    schema: z.custom<GoLinkPage>(),
  }),
}
