/** For Netlify: an edge function on all paths. */
import { markdownAnswer, withVary } from '../../prefers-markdown.js'

/**
 * @param {Request} request
 * @param {{ next: () => Promise<Response> }} context
 */
export default async function markdown(request, { next }) {
  return (await markdownAnswer(request, fetch)) ?? withVary(request, await next())
}

export const config = { path: '/*' }
