/** Small guides in a repository, with a branch for the change that `review` looks at. */
import { beginHistory, git } from './git.ts'
import { smallGuides } from './small-guides.ts'

export const assessPage = 'content/docs/en/fasttrack/assess.mdx'
export const frenchAssessPage = 'content/docs/fr-FR/fasttrack/assess.mdx'

/** Functions for tests of one file, which share the folder that is copied. */
export function reviewSites() {
  const smallSite = smallGuides()

  /** Guides with a lock, committed on `main`, and a branch for the change. */
  async function reviewSite({ hasLock = true } = {}) {
    const guides = await smallSite()
    if (hasLock) await guides.run('sync')
    beginHistory(guides.root)
    git(guides.root, 'checkout', '--quiet', '-b', 'change')
    const review = (...args: readonly string[]) => guides.run('review', '--base', 'main', ...args)
    return { ...guides, review }
  }

  return { smallSite, reviewSite }
}
