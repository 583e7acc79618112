/** Accessibility of a page as it is now. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds with all its default rules, one line for each element: `rule: help: <html>`.
 *
 * Only violations are put together, and on the page itself: its reports of what passes, and the page of
 * their own that it sends them to, take several times as long as the rules. No page has a frame.
 */
export async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  const result = await axe.analyze()
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  )
}
