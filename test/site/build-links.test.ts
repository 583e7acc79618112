/** What a template gets wrong is found in what was built: content alone would not tell. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { copiedSite } from '../support/copied-site.ts'

test('a build in which an address leads nowhere publishes nothing, and names it', async () => {
  const site = await copiedSite()
  await site.edit(
    'src/components/SiteFooter.astro',
    "<p>{t('site.footer')}</p>",
    '<a href={href(site, "/en/fasttrak/")}>{t("site.footer")}</a>',
  )
  const { code, output } = await site.run('build')
  expect(code).toBe(1)
  expect(output).toMatch(
    /en\/fasttrack\/index\.html:1:1 error built-dead {2}`\/en\/fasttrak\/` \(a href\) leads to nothing on the built site. Did you mean `\/en\/fasttrack\/`\?/,
  )
  expect(output).toContain('Nothing was published')
  expect(existsSync(site.dist)).toBe(false)
})
