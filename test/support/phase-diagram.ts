/** The parts of a diagram of phases that a person uses. */
import type { Page } from 'playwright-core'

export const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name })
export const panel = (page: Page) => page.getByRole('tabpanel')
export const total = (page: Page) => page.locator('[data-progress-total]').innerText()
