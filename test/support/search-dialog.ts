/** The search dialog as a person at the keyboard has it. */
import type { Page } from 'playwright-core'

export { violations } from './axe.ts'

/** Open the dialog and type; ends when the answer has been said. */
export async function search(page: Page, text: string): Promise<void> {
  if (!(await dialogOf(page).isVisible())) {
    await page.keyboard.press('Control+k')
    await dialogOf(page).waitFor()
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.getByRole('status').filter({ hasText: text }).waitFor()
}

/** Ends when all results that are shown at first are there: their number is said then. */
export async function answered(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: /\d/ }).waitFor()
}

export function dialogOf(page: Page) {
  return page.getByRole('dialog')
}

/** The first class of what has the focus. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.classList[0])
}

export function addresses(page: Page): Promise<string[]> {
  return page
    .locator('.search__results a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}
