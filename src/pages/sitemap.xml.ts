import { pages } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { sitemap } from '#src/components/head/sitemap.ts'

export async function GET(): Promise<Response> {
  return new Response(sitemap(site, pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
}
