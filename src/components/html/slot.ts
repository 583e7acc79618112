/** The content of a component's slot as HTML, for components that change it. */
import type { SafeHtml } from '#plugins/safe-html.ts'

/** Astro drew it: templates escape text, and each dialect has taken out of content what could run. */
export async function slotHtml(slots: {
  render: (name: string) => Promise<string>
}): Promise<SafeHtml> {
  return (await slots.render('default')) as SafeHtml
}
