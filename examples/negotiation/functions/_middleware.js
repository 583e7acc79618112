/** For Cloudflare Pages: it runs before every file of the site. */
import { markdownAnswer, withVary } from '../prefers-markdown.js'

/** @param {{ request: Request, env: { ASSETS: { fetch: (address: URL) => Promise<Response> } }, next: () => Promise<Response> }} context */
export async function onRequest({ request, env, next }) {
  const markdown = await markdownAnswer(request, (address) => env.ASSETS.fetch(address))
  return markdown ?? withVary(request, await next())
}
